using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Posts of the public sector were filled or opened (H32 §二(二)3 to 5, W62 §二(二)).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="RecruitedOn">China date.</param>
/// <param name="Category">Code of the employer, such as <c>civil_service</c> or <c>state_firm</c>.</param>
/// <param name="Posts">Posts.</param>
/// <param name="GraduatePosts">Posts of them for graduates of the year.</param>
[PublicEvent("youthplatform.graduate_tracking.public_sector_recruited.v1")]
public sealed record PublicSectorRecruited(
    Guid RecordId,
    string Region,
    DateOnly RecruitedOn,
    string Category,
    int Posts,
    int GraduatePosts);
