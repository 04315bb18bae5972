using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A bureau head was linked to a college (H32 §二(五)12).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="LinkedOn">China date.</param>
/// <param name="CollegeId">Ten-digit code of the college.</param>
/// <param name="HeadOf">Code of the head's bureau.</param>
[PublicEvent("youthplatform.graduate_tracking.college_linked.v1")]
public sealed record CollegeLinked(
    Guid RecordId,
    string Region,
    DateOnly LinkedOn,
    string CollegeId,
    string HeadOf);
