using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>Another amount of subsidy is owed than before: less is clawed back, more is topped up.</summary>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the host unit, GB/T 2260.</param>
/// <param name="Kind">Code of the subsidy kind, such as <c>monthly</c>.</param>
/// <param name="Month">Subsidised month, <c>yyyy-MM</c>.</param>
/// <param name="From">Yuan owed before, exact.</param>
/// <param name="Owed">Yuan owed now, exact.</param>
/// <param name="CorrectedOn">China date of the decision.</param>
[PublicEvent("youthplatform.internships.subsidy_corrected.v1")]
public sealed record SubsidyCorrected(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    string Region,
    string Kind,
    string Month,
    decimal From,
    decimal Owed,
    DateOnly CorrectedOn);
