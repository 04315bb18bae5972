using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>Of a tranche of an award, what had been paid too much was recovered, by offset or repayment.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Tranche">Code of the tranche.</param>
/// <param name="Region">Prefecture of the college, GB/T 2260.</param>
/// <param name="Amount">Yuan that was recovered, exact.</param>
/// <param name="RecoveredOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.grant_recovered.v1")]
public sealed record GrantRecovered(Guid ProjectId, string Programme, string Tranche, string Region, decimal Amount, DateOnly RecoveredOn);
