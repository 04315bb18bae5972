using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A tranche of an award that the bank had paid came back; it is to be paid again.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Tranche">Code of the tranche.</param>
/// <param name="Region">Prefecture of the college, GB/T 2260.</param>
/// <param name="Amount">Yuan that came back, exact.</param>
/// <param name="ReturnedOn">China date of the return.</param>
[PublicEvent("youthplatform.entrepreneurship.grant_returned.v1")]
public sealed record GrantReturned(Guid ProjectId, string Programme, string Tranche, string Region, decimal Amount, DateOnly ReturnedOn);
