using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Branches of a college were paired with communities (G3 §三(三)6).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="PairedOn">China date.</param>
/// <param name="CollegeId">Ten-digit code of the college.</param>
/// <param name="SchoolYear">Such as <c>2022-2023</c>.</param>
/// <param name="Branches">Branches of the college.</param>
/// <param name="BranchesPaired">Branches of them that are paired.</param>
[PublicEvent("youthplatform.graduate_tracking.community_practice_paired.v1")]
public sealed record CommunityPracticePaired(
    Guid RecordId,
    string Region,
    DateOnly PairedOn,
    string CollegeId,
    string SchoolYear,
    int Branches,
    int BranchesPaired);
