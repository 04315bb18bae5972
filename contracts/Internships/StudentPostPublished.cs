using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>A post for students at school was published (扬帆计划, G3 §三(三)5). It is no 就业见习 and counts for no target of it.</summary>
/// <param name="PostId">The post.</param>
/// <param name="UnitId">The host unit that offers it.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Programme">Code: <c>government_internship</c> or <c>enterprise_internship</c>.</param>
/// <param name="Openings">Headcount.</param>
/// <param name="PublishedOn">China date of publication.</param>
[PublicEvent("youthplatform.internships.student_post_published.v1")]
public sealed record StudentPostPublished(
    Guid PostId,
    Guid UnitId,
    string Region,
    string Programme,
    int Openings,
    DateOnly PublishedOn);
