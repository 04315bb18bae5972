using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>The bank paid a subsidy for a person, to the person or to the firm that employs or trains the person (H32 §二(一)2, W62 §二(七)).</summary>
/// <param name="EntitlementId">What was owed; one for each person, kind and period.</param>
/// <param name="DecisionId">The decision that granted it.</param>
/// <param name="PersonId">The person it was paid for.</param>
/// <param name="UnitId">The firm that received it; null when the person did.</param>
/// <param name="Region">Region of the authority that paid, GB/T 2260.</param>
/// <param name="Kind">Code of the subsidy, such as <c>one_off_hiring</c> or <c>job_search</c>.</param>
/// <param name="Period">Month <c>yyyy-MM</c> it was paid for, or <c>once</c>.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="PaidOn">China date of the bank's payment.</param>
[PublicEvent("youthplatform.graduate_tracking.entitlement_paid.v1")]
public sealed record EntitlementPaid(
    Guid EntitlementId, Guid DecisionId, Guid PersonId, Guid? UnitId, string Region, string Kind, string Period, decimal Amount, DateOnly PaidOn);
