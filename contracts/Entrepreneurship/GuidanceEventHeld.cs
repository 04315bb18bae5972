using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A startup guidance event took place (H32 annex 2, column 9).</summary>
/// <param name="EventId">The event.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Attendees">People who came.</param>
/// <param name="HeldOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.guidance_event_held.v1")]
public sealed record GuidanceEventHeld(Guid EventId, string Region, string Kind, int Attendees, DateOnly HeldOn);
