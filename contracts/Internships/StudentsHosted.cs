using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Internships;

/// <summary>Students at school took up a post of the Sail plan (扬帆计划, G3 §三(三)5); they are counted, not named.</summary>
/// <param name="PostId">The post.</param>
/// <param name="UnitId">The host unit.</param>
/// <param name="Region">County or district of the unit, GB/T 2260.</param>
/// <param name="Programme">Code: <c>government_internship</c> or <c>enterprise_internship</c>.</param>
/// <param name="Students">How many.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
[PublicEvent("youthplatform.internships.students_hosted.v1")]
public sealed record StudentsHosted(
    Guid PostId,
    Guid UnitId,
    string Region,
    string Programme,
    int Students,
    DateOnly From,
    DateOnly To);
