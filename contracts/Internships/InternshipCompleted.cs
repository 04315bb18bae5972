using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>An internship reached its agreed end.</summary>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the host unit, GB/T 2260.</param>
/// <param name="EndedOn">Last day.</param>
[PublicEvent("youthplatform.internships.internship_completed.v1")]
public sealed record InternshipCompleted(Guid PlacementId, Guid PersonId, Guid UnitId, string Region, DateOnly EndedOn);
