using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Loans;

/// <summary>A guaranteed loan as it was applied for.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="PersonId">Who borrows.</param>
/// <param name="FirmCode">The borrower's firm, if there is one.</param>
/// <param name="Region">Region of the guarantor.</param>
/// <param name="Bank">Code of the bank.</param>
/// <param name="Amount">What is applied for.</param>
/// <param name="Months">Months to repay in.</param>
/// <param name="Purpose">What it is for.</param>
internal sealed record LoanFile(
    Guid LoanId, Guid PersonId, string? FirmCode, RegionCode Region, string Bank, Money Amount, int Months, string Purpose);

/// <summary>What the packs say of loans.</summary>
/// <param name="Most">Most that one person borrows.</param>
/// <param name="FreeUpTo">Up to which no counter-guarantee is asked for (H32 §二(三)7).</param>
/// <param name="Months">Least and most months.</param>
/// <param name="MostRate">Highest yearly rate.</param>
/// <param name="SubsidisedShare">Share of the interest that is subsidised.</param>
/// <param name="DayCount">How days are counted.</param>
internal sealed record LoanRules(
    Rule<Money> Most, Rule<Money> FreeUpTo, Rule<NumberRange> Months, Rule<decimal> MostRate, Rule<decimal> SubsidisedShare, Rule<string> DayCount);

internal abstract record LoanCommand;

internal sealed record ApplyForLoan(LoanFile File, LoanRules Rules, string Actor, DateOnly Today) : LoanCommand;

internal sealed record GuaranteeLoan(string? CounterGuarantee, LoanRules Rules, string Actor, DateOnly Today) : LoanCommand;

internal sealed record RefuseLoan(string? Reason, string Actor, DateOnly Today) : LoanCommand;

internal sealed record ApproveByBank(decimal Rate, LoanRules Rules, string Actor, DateOnly On, DateOnly Today) : LoanCommand;

internal sealed record DrawLoan(Money Amount, LoanRules Rules, string Reference, DateOnly On, DateOnly Today) : LoanCommand;

internal sealed record RecordRepayment(Repayment Repayment, DateOnly Today) : LoanCommand;

internal sealed record DeclareDefault(DateOnly On, DateOnly Today) : LoanCommand;

internal sealed record Compensate(Money Amount, string Actor, DateOnly Today) : LoanCommand;

internal sealed record ProposeSubsidy(YearMonth QuarterEnd, string Actor, DateOnly Today) : LoanCommand;

internal sealed record ApproveSubsidy(YearMonth QuarterEnd, string Actor, DateOnly Today) : LoanCommand;

internal abstract record LoanEvent;

internal sealed record LoanAppliedFor(LoanFile File, IReadOnlyList<NamedCheck> Checks, string AppliedBy, DateOnly AppliedOn) : LoanEvent;

internal sealed record LoanGuaranteed(Guid LoanId, string? CounterGuarantee, NamedCheck Check, string GuaranteedBy, DateOnly GuaranteedOn) : LoanEvent;

internal sealed record LoanRefused(Guid LoanId, string Reason, string RefusedBy, DateOnly RefusedOn) : LoanEvent;

internal sealed record LoanApprovedByBank(Guid LoanId, decimal Rate, string ReportedBy, DateOnly ApprovedOn) : LoanEvent;

/// <summary>The bank paid the loan out; its schedule follows from these terms.</summary>
internal sealed record LoanDrawn(LoanFile File, LoanTerms Terms, IReadOnlyList<RuleVersion> Rules, string Reference) : LoanEvent;

internal sealed record LoanRepaid(Guid LoanId, Repayment Repayment, bool IsComplete) : LoanEvent;

internal sealed record LoanDefaulted(Guid LoanId, RegionCode Region, Money Outstanding, DateOnly DefaultedOn) : LoanEvent;

/// <summary>The guarantor paid the bank what the borrower did not.</summary>
internal sealed record LoanCompensated(Guid LoanId, RegionCode Region, Money Amount, string CompensatedBy, DateOnly CompensatedOn) : LoanEvent;

internal sealed record InterestSubsidyProposed(Guid LoanId, YearMonth QuarterEnd, Money Amount, string ProposedBy, DateOnly ProposedOn) : LoanEvent;

internal sealed record InterestSubsidyApproved(LoanFile File, YearMonth QuarterEnd, Money Amount, string ApprovedBy, DateOnly ApprovedOn) : LoanEvent;
