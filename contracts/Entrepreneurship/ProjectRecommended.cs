using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A college committee recommended a startup project to a programme (G3 §三(三)3).</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Programme">Code of the programme, such as <c>golden_bridge</c>.</param>
/// <param name="Region">Prefecture of the college, GB/T 2260.</param>
/// <param name="Sector">Code of the sector.</param>
/// <param name="RecommendedOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.project_recommended.v1")]
public sealed record ProjectRecommended(Guid ProjectId, string Programme, string Region, string Sector, DateOnly RecommendedOn)
{
    /// <summary>Identification code of the leader's college (学校标识码, ten digits); null where the team named none.</summary>
    public string? CollegeId { get; init; }
}
