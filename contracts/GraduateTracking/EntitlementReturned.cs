using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A subsidy that the bank had paid came back; it is to be paid again.</summary>
/// <param name="EntitlementId">What was owed.</param>
/// <param name="PersonId">The person it was paid for.</param>
/// <param name="UnitId">The firm that had received it; null when the person had.</param>
/// <param name="Region">Region of the authority that paid, GB/T 2260.</param>
/// <param name="Kind">Code of the subsidy.</param>
/// <param name="Period">Month <c>yyyy-MM</c> it was paid for, or <c>once</c>.</param>
/// <param name="Amount">Yuan that came back, exact.</param>
/// <param name="ReturnedOn">China date of the return.</param>
[PublicEvent("youthplatform.graduate_tracking.entitlement_returned.v1")]
public sealed record EntitlementReturned(
    Guid EntitlementId, Guid PersonId, Guid? UnitId, string Region, string Kind, string Period, decimal Amount, DateOnly ReturnedOn);
