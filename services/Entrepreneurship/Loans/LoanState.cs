using System.Collections.Immutable;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Loans;

/// <summary>A proposed or approved interest subsidy of a quarter.</summary>
internal sealed record QuarterSubsidy(Money Amount, string ProposedBy, bool IsApproved);

internal abstract record LoanState
{
    private LoanState()
    {
    }

    public virtual LoanFile? FileOrNull => null;

    public sealed record NotApplied : LoanState;

    public sealed record Applied(LoanFile File, string AppliedBy) : LoanState
    {
        public override LoanFile FileOrNull => File;
    }

    public sealed record Guaranteed(LoanFile File, string GuaranteedBy) : LoanState
    {
        public override LoanFile FileOrNull => File;
    }

    public sealed record ApprovedByBank(LoanFile File, decimal Rate) : LoanState
    {
        public override LoanFile FileOrNull => File;
    }

    /// <param name="File">The loan.</param>
    /// <param name="Terms">The terms it was drawn under.</param>
    /// <param name="Repayments">What was paid back.</param>
    /// <param name="Subsidies">Subsidies by the last month of the quarter.</param>
    /// <param name="OverSince">Since when nothing more is subsidised: repaid, or in default.</param>
    /// <param name="Status">drawn, repaid, defaulted or compensated.</param>
    public sealed record Drawn(
        LoanFile File,
        LoanTerms Terms,
        ImmutableList<Repayment> Repayments,
        ImmutableSortedDictionary<string, QuarterSubsidy> Subsidies,
        DateOnly? OverSince,
        string Status) : LoanState
    {
        public override LoanFile FileOrNull => File;

        public Money Outstanding => Terms.Amount - Repayments.Select(repayment => repayment.Principal).Sum();

        public IReadOnlyList<LoanPeriod> Schedule() =>
            InterestSchedule.Of(Terms.Amount, Terms.Rate, Terms.DrawnOn, Terms.Months, Terms.DayCount);
    }

    public sealed record Refused(LoanFile File, string Reason) : LoanState
    {
        public override LoanFile FileOrNull => File;
    }
}
