using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>An internship post was published.</summary>
/// <param name="PostId">The post.</param>
/// <param name="UnitId">The host unit that offers it.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Category">Code of the post category (H9 §二(二)).</param>
/// <param name="Openings">Headcount.</param>
/// <param name="IsDemonstration">Whether it is a demonstration post.</param>
/// <param name="PublishedOn">China date of publication.</param>
[PublicEvent("youthplatform.internships.post_published.v1")]
public sealed record PostPublished(
    Guid PostId,
    Guid UnitId,
    string Region,
    string Category,
    int Openings,
    bool IsDemonstration,
    DateOnly PublishedOn);
