using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>An award was revoked; what was paid of it is claimed back.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Region">Prefecture of the project, GB/T 2260.</param>
/// <param name="Amount">Yuan that had been granted.</param>
/// <param name="RevokedOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.grant_revoked.v1")]
public sealed record GrantRevoked(Guid ProjectId, string Programme, string Region, decimal Amount, DateOnly RevokedOn)
{
    /// <summary>Identification code of the leader's college (学校标识码, ten digits); null where the team named none.</summary>
    public string? CollegeId { get; init; }
}
