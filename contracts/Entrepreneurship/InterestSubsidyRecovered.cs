using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>Of a quarter's interest subsidy, what had been paid too much was recovered, by offset or repayment.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Quarter">Last month of the quarter, yyyy-MM.</param>
/// <param name="Amount">Yuan that was recovered, exact.</param>
/// <param name="RecoveredOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.interest_subsidy_recovered.v1")]
public sealed record InterestSubsidyRecovered(Guid LoanId, string Region, string Quarter, decimal Amount, DateOnly RecoveredOn);
