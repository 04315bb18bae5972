using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.GraduateTracking;

/// <summary>An open letter or notice of services to graduates was published (H32 §二(六)16).</summary>
/// <param name="RecordId">The record of the service.</param>
/// <param name="Region">Region of the authority that recorded it, GB/T 2260.</param>
/// <param name="PublishedOn">China date.</param>
/// <param name="Channel">Code of the channel.</param>
[PublicEvent("youthplatform.graduate_tracking.open_letter_published.v1")]
public sealed record OpenLetterPublished(
    Guid RecordId,
    string Region,
    DateOnly PublishedOn,
    string Channel);
