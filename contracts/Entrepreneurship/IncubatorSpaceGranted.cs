using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>An incubator gave space to a graduate's team (H32 annex 2, column 10).</summary>
/// <param name="IncubatorId">The incubator.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Terms"><c>free</c> or <c>reduced</c>.</param>
/// <param name="GrantedOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.incubator_space_granted.v1")]
public sealed record IncubatorSpaceGranted(Guid IncubatorId, string Region, string Terms, DateOnly GrantedOn);
