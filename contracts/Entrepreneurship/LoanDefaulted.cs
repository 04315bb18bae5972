using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.Contracts.Entrepreneurship;

/// <summary>A borrower no longer pays a guaranteed loan back.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="Region">Region of the authority, GB/T 2260.</param>
/// <param name="Outstanding">Principal owed, yuan.</param>
/// <param name="DefaultedOn">China date.</param>
[PublicEvent("youthplatform.entrepreneurship.loan_defaulted.v1")]
public sealed record LoanDefaulted(Guid LoanId, string Region, decimal Outstanding, DateOnly DefaultedOn);
