using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>An event of legal awareness took place (H32 §三(三), 附件2).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="HeldOn">China date.</param>
/// <param name="Channel">Code of the channel, such as <c>campus</c>.</param>
/// <param name="PeopleReached">People reached.</param>
[PublicEvent("youthplatform.graduate_tracking.legal_event_held.v1")]
public sealed record LegalEventHeld(
    Guid RecordId,
    string Region,
    DateOnly HeldOn,
    string Channel,
    int PeopleReached);
