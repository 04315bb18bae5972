using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>An internship ended and the host unit does not employ the person, who is to be helped further (H9 §二(六)).</summary>
/// <param name="PlacementId">The placement.</param>
/// <param name="PersonId">The person.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the host unit, GB/T 2260.</param>
/// <param name="InternshipEndedOn">Last day of the internship.</param>
/// <param name="RequestedOn">China date.</param>
[PublicEvent("youthplatform.internships.follow_up_requested.v1")]
public sealed record FollowUpRequested(
    Guid PlacementId, Guid PersonId, Guid UnitId, string Region, DateOnly InternshipEndedOn, DateOnly RequestedOn);
