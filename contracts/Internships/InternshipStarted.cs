using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>A person began an internship. An intern is not counted as employed (H9 §三(三)).</summary>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="PostId">The post.</param>
/// <param name="Region">County or district of the host unit, GB/T 2260.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Agreed last day.</param>
[PublicEvent("youthplatform.internships.internship_started.v1")]
public sealed record InternshipStarted(
    Guid PlacementId,
    Guid PersonId,
    Guid UnitId,
    Guid PostId,
    string Region,
    DateOnly StartsOn,
    DateOnly EndsOn);
