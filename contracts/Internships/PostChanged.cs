using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>A published post stands differently from now on; the facts replace those of its publication.</summary>
/// <param name="PostId">The post.</param>
/// <param name="UnitId">The host unit that offers it.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Category">Code of the post category (H9 §二(二)).</param>
/// <param name="Openings">Headcount.</param>
/// <param name="IsDemonstration">Whether it is a demonstration post.</param>
/// <param name="ChangedOn">China date.</param>
[PublicEvent("youthplatform.internships.post_changed.v1")]
public sealed record PostChanged(
    Guid PostId,
    Guid UnitId,
    string Region,
    string Category,
    int Openings,
    bool IsDemonstration,
    DateOnly ChangedOn);
