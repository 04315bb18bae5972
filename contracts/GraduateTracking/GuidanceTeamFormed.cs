using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A guidance team of speakers was formed (G3 §三(三)4).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="FormedOn">China date.</param>
/// <param name="Level">Code of the level, such as <c>province</c> or <c>college</c>.</param>
/// <param name="Members">Speakers.</param>
[PublicEvent("youthplatform.graduate_tracking.guidance_team_formed.v1")]
public sealed record GuidanceTeamFormed(
    Guid RecordId,
    string Region,
    DateOnly FormedOn,
    string Level,
    int Members);
