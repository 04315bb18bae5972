using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A guidance team gave a talk (G3 §三(三)4).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="HeldOn">China date.</param>
/// <param name="CollegeId">Ten-digit code of the college.</param>
/// <param name="Mode"><c>offline</c> or <c>online</c>.</param>
/// <param name="Attendees">Students who attended.</param>
[PublicEvent("youthplatform.graduate_tracking.guidance_talk_held.v1")]
public sealed record GuidanceTalkHeld(
    Guid RecordId,
    string Region,
    DateOnly HeldOn,
    string CollegeId,
    string Mode,
    int Attendees);
