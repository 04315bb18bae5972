using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>An internship ended before its agreed end, without an employment by the host unit.</summary>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The intern.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the host unit, GB/T 2260.</param>
/// <param name="EndedOn">Last day.</param>
/// <param name="Reason">Code of the reason, such as <c>employed_elsewhere</c>.</param>
[PublicEvent("youthplatform.internships.internship_ended_early.v1")]
public sealed record InternshipEndedEarly(Guid PlacementId, Guid PersonId, Guid UnitId, string Region, DateOnly EndedOn, string Reason);
