using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>A subsidy that the bank had paid came back; it is to be paid again.</summary>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the host unit, GB/T 2260.</param>
/// <param name="Kind">Code of the subsidy kind, such as <c>monthly</c>.</param>
/// <param name="Month">Subsidised month, <c>yyyy-MM</c>.</param>
/// <param name="Amount">Yuan that came back, exact.</param>
/// <param name="ReturnedOn">China date of the return.</param>
[PublicEvent("youthplatform.internships.subsidy_returned.v1")]
public sealed record SubsidyReturned(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    string Region,
    string Kind,
    string Month,
    decimal Amount,
    DateOnly ReturnedOn);
