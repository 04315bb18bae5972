using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A branch of the Youth League held a theme day on employment (G3 §三(三)4).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="HeldOn">China date.</param>
/// <param name="CollegeId">Ten-digit code of the college.</param>
/// <param name="Attendees">Members who attended.</param>
[PublicEvent("youthplatform.graduate_tracking.theme_day_held.v1")]
public sealed record ThemeDayHeld(
    Guid RecordId,
    string Region,
    DateOnly HeldOn,
    string CollegeId,
    int Attendees);
