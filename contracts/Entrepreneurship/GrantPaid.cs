using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>The bank paid a tranche of an award to a project.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Tranche">Code of the tranche.</param>
/// <param name="Region">Prefecture of the college, GB/T 2260.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="PaidOn">China date of the bank's payment.</param>
[PublicEvent("youthplatform.entrepreneurship.grant_paid.v1")]
public sealed record GrantPaid(Guid ProjectId, string Programme, string Tranche, string Region, decimal Amount, DateOnly PaidOn);
