using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A selected startup project was granted an award (G3 §三(三)3).</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Programme">Code of the programme, such as <c>golden_bridge</c>.</param>
/// <param name="Region">Prefecture of the college, GB/T 2260.</param>
/// <param name="Sector">Code of the sector.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="GrantedOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.project_granted.v1")]
public sealed record ProjectGranted(Guid ProjectId, string Programme, string Region, string Sector, decimal Amount, DateOnly GrantedOn)
{
    /// <summary>Identification code of the leader's college (学校标识码, ten digits); null where the team named none.</summary>
    public string? CollegeId { get; init; }
}
