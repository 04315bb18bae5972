using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Public employment services came to a college (H32 §二(五)11, 12).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="HeldOn">China date.</param>
/// <param name="CollegeId">Ten-digit code of the college.</param>
/// <param name="Topic">Code of what was brought, such as <c>policy</c> or <c>recruitment</c>.</param>
/// <param name="ByBureauHead">Whether a bureau head came to the own linked college.</param>
/// <param name="GraduatesServed">Graduates served.</param>
[PublicEvent("youthplatform.graduate_tracking.campus_event_held.v1")]
public sealed record CampusEventHeld(
    Guid RecordId,
    string Region,
    DateOnly HeldOn,
    string CollegeId,
    string Topic,
    bool ByBureauHead,
    int GraduatesServed);
