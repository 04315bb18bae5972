using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A quarter's interest subsidy that the bank had paid came back; it is to be paid again.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Quarter">Last month of the quarter, yyyy-MM.</param>
/// <param name="Amount">Yuan that came back, exact.</param>
/// <param name="ReturnedOn">China date of the return.</param>
[PublicEvent("youthplatform.entrepreneurship.interest_subsidy_returned.v1")]
public sealed record InterestSubsidyReturned(Guid LoanId, string Region, string Quarter, decimal Amount, DateOnly ReturnedOn);
