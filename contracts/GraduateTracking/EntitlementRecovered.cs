using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A subsidy that was paid too much came back, by repayment or by a reduced later payment.</summary>
/// <param name="EntitlementId">What had been paid.</param>
/// <param name="PersonId">The person it had been paid for.</param>
/// <param name="UnitId">The firm that had received it; null when the person had.</param>
/// <param name="Region">Region of the authority that paid, GB/T 2260.</param>
/// <param name="Kind">Code of the subsidy.</param>
/// <param name="Period">Month <c>yyyy-MM</c> it was paid for, or <c>once</c>.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="RecoveredOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.entitlement_recovered.v1")]
public sealed record EntitlementRecovered(
    Guid EntitlementId, Guid PersonId, Guid? UnitId, string Region, string Kind, string Period, decimal Amount, DateOnly RecoveredOn);
