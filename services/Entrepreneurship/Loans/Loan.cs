using System.Collections.Immutable;
using YouthPlatform.EventStore;

namespace YouthPlatform.Entrepreneurship.Loans;

/// <summary>
/// A guaranteed startup loan (W62 §二(三), H32 §二(三)7, E17 §二(三)): applied for and guaranteed online, approved, paid out and collected by the bank,
/// its interest subsidised quarter by quarter.
/// </summary>
internal sealed class Loan : IDecider<LoanState, LoanCommand, LoanEvent>
{
    private Loan()
    {
    }

    public static LoanState Initial { get; } = new LoanState.NotApplied();

    public static string Stream(Guid loanId) => $"loan-{loanId}";

    public static LoanState Evolve(LoanState state, LoanEvent recorded) => (recorded, state) switch
    {
        (LoanAppliedFor e, _) => new LoanState.Applied(e.File, e.AppliedBy),
        (LoanGuaranteed e, LoanState.Applied s) => new LoanState.Guaranteed(s.File, e.GuaranteedBy),
        (LoanRefused e, { FileOrNull: { } file }) => new LoanState.Refused(file, e.Reason),
        (LoanApprovedByBank e, LoanState.Guaranteed s) => new LoanState.ApprovedByBank(s.File, e.Rate),
        (LoanDrawn e, _) => new LoanState.Drawn(e.File, e.Terms, [], ImmutableSortedDictionary<string, QuarterSubsidy>.Empty, null, "drawn"),
        (LoanRepaid e, LoanState.Drawn s) => s with
        {
            Repayments = s.Repayments.Add(e.Repayment),
            OverSince = e.IsComplete ? s.OverSince ?? e.Repayment.On : s.OverSince,
            Status = e.IsComplete ? "repaid" : s.Status,
        },
        (LoanDefaulted e, LoanState.Drawn s) => s with { OverSince = e.DefaultedOn, Status = "defaulted" },
        (LoanCompensated, LoanState.Drawn s) => s with { Status = "compensated" },
        (InterestSubsidyProposed e, LoanState.Drawn s) => s with
        {
            Subsidies = s.Subsidies.SetItem(e.QuarterEnd.ToString(), new(e.Amount, e.ProposedBy, false)),
        },
        (InterestSubsidyApproved e, LoanState.Drawn s) => s with
        {
            Subsidies = s.Subsidies.SetItem(e.QuarterEnd.ToString(), s.Subsidies[e.QuarterEnd.ToString()] with { IsApproved = true }),
        },
        _ => state,
    };

    public static IReadOnlyList<LoanEvent> Decide(LoanCommand command, LoanState state) => (command, state) switch
    {
        (ApplyForLoan c, LoanState.NotApplied) => Lending.Apply(c),
        (ApplyForLoan, _) => throw new RuleViolation("loan.already_applied", "该贷款已申请。"),
        (_, LoanState.NotApplied) => throw new RuleViolation("loan.not_found", "没有该贷款申请。"),
        (GuaranteeLoan c, LoanState.Applied s) => Lending.Guarantee(c, s),
        (GuaranteeLoan, LoanState.Guaranteed) => [],
        (RefuseLoan c, LoanState.Applied or LoanState.Guaranteed) =>
            [new LoanRefused(state.FileOrNull!.LoanId, Reasons.Require(c.Reason), c.Actor, c.Today)],
        (RefuseLoan, LoanState.Refused) => [],
        (GuaranteeLoan or RefuseLoan, _) => throw new RuleViolation("loan.not_under_review", "该贷款不在担保审核中。"),
        (ApproveByBank c, LoanState.Guaranteed s) => Lending.Approve(c, s.File),
        (ApproveByBank c, LoanState.ApprovedByBank s) when s.Rate == c.Rate => [],
        (ApproveByBank, _) => throw new RuleViolation("loan.not_guaranteed", "该贷款尚未担保，或银行已批复。"),
        (DrawLoan c, LoanState.ApprovedByBank s) => Lending.Draw(c, s),
        (DrawLoan, LoanState.Drawn) => [],
        (DrawLoan, _) => throw new RuleViolation("loan.not_approved", "银行尚未批复该贷款。"),
        (RecordRepayment c, LoanState.Drawn s) => Collecting.Repay(c, s),
        (DeclareDefault c, LoanState.Drawn s) => Collecting.Default(c, s),
        (Compensate c, LoanState.Drawn s) => Collecting.Compensate(c, s),
        (ProposeSubsidy c, LoanState.Drawn s) => Subsidising.Propose(c, s),
        (ApproveSubsidy c, LoanState.Drawn s) => Subsidising.Approve(c, s),
        _ => throw new RuleViolation("loan.not_drawn", "该贷款尚未发放。"),
    };
}
