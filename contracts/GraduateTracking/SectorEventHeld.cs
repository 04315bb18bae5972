using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A service event of a sector took place (G3 §三(四)).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="HeldOn">China date.</param>
/// <param name="Sector">Code of <c>golden_bridge.service_events</c>.</param>
/// <param name="Openings">Openings that were offered.</param>
/// <param name="Participants">Students who took part.</param>
[PublicEvent("youthplatform.graduate_tracking.sector_event_held.v1")]
public sealed record SectorEventHeld(
    Guid RecordId,
    string Region,
    DateOnly HeldOn,
    string Sector,
    int Openings,
    int Participants);
