using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A subsidy for a first firm that the bank had paid came back; it is to be paid again.</summary>
/// <param name="PersonId">The founder.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Amount">Yuan that came back, exact.</param>
/// <param name="ReturnedOn">China date of the return.</param>
[PublicEvent("youthplatform.entrepreneurship.first_firm_subsidy_returned.v1")]
public sealed record FirstFirmSubsidyReturned(Guid PersonId, string Region, decimal Amount, DateOnly ReturnedOn);
