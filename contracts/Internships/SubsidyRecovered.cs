using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>A subsidy that was paid too much came back from the host unit, by repayment or by a reduced later payment.</summary>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the host unit, GB/T 2260.</param>
/// <param name="Kind">Code of the subsidy kind, such as <c>monthly</c>.</param>
/// <param name="Month">Subsidised month, <c>yyyy-MM</c>.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="RecoveredOn">China date.</param>
[PublicEvent("youthplatform.internships.subsidy_recovered.v1")]
public sealed record SubsidyRecovered(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    string Region,
    string Kind,
    string Month,
    decimal Amount,
    DateOnly RecoveredOn);
