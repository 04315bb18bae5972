using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A bank paid a guaranteed startup loan out (W62 §二(三): 5,000 a year).</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Amount">Yuan, exact.</param>
/// <param name="DisbursedOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.loan_disbursed.v1")]
public sealed record LoanDisbursed(Guid LoanId, string Region, decimal Amount, DateOnly DisbursedOn);
