using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>Job posts for graduates were collected and published (H32 §二(四)9).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="PublishedOn">China date.</param>
/// <param name="Source">Code of where they come from, such as <c>state_firm</c>.</param>
/// <param name="Openings">People that are sought.</param>
[PublicEvent("youthplatform.graduate_tracking.job_post_published.v1")]
public sealed record JobPostPublished(
    Guid RecordId,
    string Region,
    DateOnly PublishedOn,
    string Source,
    int Openings);
