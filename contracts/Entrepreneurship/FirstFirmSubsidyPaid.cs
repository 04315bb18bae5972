using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>The one-off subsidy for a first firm was paid (H32 §二(三)7).</summary>
/// <param name="PersonId">The founder.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="PaidOn">China date of the bank's payment.</param>
[PublicEvent("youthplatform.entrepreneurship.first_firm_subsidy_paid.v1")]
public sealed record FirstFirmSubsidyPaid(Guid PersonId, string Region, decimal Amount, DateOnly PaidOn);
