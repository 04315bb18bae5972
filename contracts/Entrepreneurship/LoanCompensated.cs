using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>The guarantor paid what a borrower did not.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="CompensatedOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.loan_compensated.v1")]
public sealed record LoanCompensated(Guid LoanId, string Region, decimal Amount, DateOnly CompensatedOn);
