using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>A cadre recommended a fitting post to a student; each student gets at least 2 (G3 附件2 §一(一)2).</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="PairingId">The pairing.</param>
/// <param name="PersonId">The student.</param>
/// <param name="CadreId">The cadre.</param>
/// <param name="Region">County that answered for the student's entry when the pairing began, GB/T 2260.</param>
/// <param name="RecommendedOn">China date.</param>
[PublicEvent("youthplatform.graduate_tracking.paired_student_recommended.v1")]
public sealed record PairedStudentRecommended(
    Guid RecommendationId, Guid PairingId, Guid PersonId, Guid CadreId, string Region, DateOnly RecommendedOn);
