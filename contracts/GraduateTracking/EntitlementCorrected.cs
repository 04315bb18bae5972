using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Another amount of a subsidy is owed than before: less is clawed back, more is topped up.</summary>
/// <param name="EntitlementId">What is owed.</param>
/// <param name="PersonId">The person it is for.</param>
/// <param name="UnitId">The firm that receives it; null when the person does.</param>
/// <param name="Region">Region of the authority that pays, GB/T 2260.</param>
/// <param name="Kind">Code of the subsidy.</param>
/// <param name="Period">Month <c>yyyy-MM</c> it is for, or <c>once</c>.</param>
/// <param name="From">Yuan owed before, exact.</param>
/// <param name="Owed">Yuan owed now, exact.</param>
/// <param name="CorrectedOn">China date of the decision.</param>
[PublicEvent("youthplatform.graduate_tracking.entitlement_corrected.v1")]
public sealed record EntitlementCorrected(
    Guid EntitlementId, Guid PersonId, Guid? UnitId, string Region, string Kind, string Period, decimal From, decimal Owed, DateOnly CorrectedOn);
