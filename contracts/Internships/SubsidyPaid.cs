using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>The bank paid the internship subsidy of one intern and one month to a host unit (H9 §三(一)).</summary>
/// <param name="ClaimId">The claim it was part of.</param>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit that received it.</param>
/// <param name="Region">County or district of the host unit, GB/T 2260.</param>
/// <param name="Kind">Code of the subsidy kind, such as <c>monthly</c>.</param>
/// <param name="Month">Subsidised month, <c>yyyy-MM</c>.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="PaidOn">China date of the bank's payment.</param>
[PublicEvent("youthplatform.internships.subsidy_paid.v1")]
public sealed record SubsidyPaid(
    Guid ClaimId,
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    string Region,
    string Kind,
    string Month,
    decimal Amount,
    DateOnly PaidOn);
