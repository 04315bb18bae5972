using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>An incubator failed its yearly check: its certification ended.</summary>
/// <param name="IncubatorId">The incubator.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="RevokedOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.incubator_revoked.v1")]
public sealed record IncubatorRevoked(Guid IncubatorId, string Region, DateOnly RevokedOn);
