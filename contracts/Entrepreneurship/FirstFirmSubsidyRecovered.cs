using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>Of a subsidy for a first firm, what had been paid too much was recovered, by offset or repayment.</summary>
/// <param name="PersonId">The founder.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Amount">Yuan that was recovered, exact.</param>
/// <param name="RecoveredOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.first_firm_subsidy_recovered.v1")]
public sealed record FirstFirmSubsidyRecovered(Guid PersonId, string Region, decimal Amount, DateOnly RecoveredOn);
