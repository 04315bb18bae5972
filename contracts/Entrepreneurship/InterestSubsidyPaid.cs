using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>The interest subsidy of a quarter was paid.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Quarter">Last month of the quarter, yyyy-MM.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="PaidOn">China date of the bank's payment.</param>
[PublicEvent("youthplatform.entrepreneurship.interest_subsidy_paid.v1")]
public sealed record InterestSubsidyPaid(Guid LoanId, string Region, string Quarter, decimal Amount, DateOnly PaidOn);
