using System.Collections.Immutable;
using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Claims;

/// <summary>
/// The monthly half of the '1+1' subsidy (H9 §四(二)): proposed by the unit, approved by a second person, paid by a third.
/// </summary>
internal sealed class Claim : IDecider<ClaimState, ClaimCommand, ClaimEvent>
{
    private Claim()
    {
    }

    public static ClaimState Initial { get; } = new ClaimState.NotProposed();

    public static string Stream(Guid claimId) => $"claim-{claimId}";

    public static ClaimState Evolve(ClaimState state, ClaimEvent recorded) => (recorded, state) switch
    {
        (ClaimProposed e, _) => new ClaimState.Proposed(e.File),
        (ClaimRejected e, ClaimState.Proposed s) => new ClaimState.Rejected(s.File, e.Reason),
        (ClaimApproved e, ClaimState.Proposed s) => new ClaimState.Approved(s.File, e.ApprovedBy, PaymentsOf(s.File)),
        (PaymentOrdered e, ClaimState.Approved s) =>
            s with
            {
                Payments = s.Payments.SetItems(
                    e.Lines.Select(line => KeyValuePair.Create<int, LinePayment>(line, new LinePayment.Ordered(e.OrderId)))),
            },
        (SubsidyPaid e, ClaimState.Approved s) => s with { Payments = s.Payments.SetItem(e.Line, new LinePayment.Paid(e.OrderId, e.PaidOn)) },
        (PaymentFailed e, ClaimState.Approved s) => s with { Payments = s.Payments.SetItem(e.Line, new LinePayment.Failed(e.OrderId, e.Reason)) },
        _ => state,
    };

    public static IReadOnlyList<ClaimEvent> Decide(ClaimCommand command, ClaimState state) => (command, state) switch
    {
        (ProposeClaim c, ClaimState.NotProposed) => [new ClaimProposed(Complete(c.File))],
        (ProposeClaim, _) => throw new RuleViolation("claim.already_proposed", "该补贴申领已提交。"),
        (_, ClaimState.NotProposed) => throw new RuleViolation("claim.not_proposed", "该补贴申领尚未提交。"),
        (ApproveClaim c, ClaimState.Proposed s) => Approve(c, s.File),
        (ApproveClaim, ClaimState.Approved) => [],
        (RejectClaim c, ClaimState.Proposed s) => Reject(c, s.File),
        (RejectClaim, ClaimState.Rejected) => [],
        (OrderPayment c, ClaimState.Approved s) => Order(c, s),
        (RecordBankResults c, ClaimState.Approved s) => BankResults.Record(c, s),
        (OrderPayment or RecordBankResults, _) => throw new RuleViolation("claim.not_approved", "补贴申领未经审批，不能支付。"),
        _ => throw new RuleViolation("claim.already_decided", "该补贴申领已有审批意见。"),
    };

    private static ImmutableSortedDictionary<int, LinePayment> PaymentsOf(ClaimFile file) => file.Lines.ToImmutableSortedDictionary(
        line => line.Line, LinePayment (line) => line.AllChecksPassed() ? new LinePayment.Open() : new LinePayment.Refused());

    private static ClaimFile Complete(ClaimFile file)
    {
        if (file.Lines.Count == 0)
        {
            throw new RuleViolation("claim.lines_missing", "请至少申领一名见习人员的补贴。");
        }

        var twice = file.Lines.CountBy(line => (line.PersonId, line.Month, line.Kind)).Any(group => group.Value > 1);
        return twice
            ? throw new RuleViolation("claim.person_twice", "同一见习人员同一月份的补贴在本次申领中重复。")
            : file;
    }

    private static IReadOnlyList<ClaimEvent> Approve(ApproveClaim command, ClaimFile file)
    {
        FourEyes.Require(command.Actor, file.ProposedBy);
        return file.Lines.Any(line => line.AllChecksPassed())
            ? [new ClaimApproved(file.ClaimId, command.Actor, command.Today)]
            : throw new RuleViolation("claim.nothing_payable", "本次申领没有通过核验的明细，请驳回。");
    }

    private static IReadOnlyList<ClaimEvent> Reject(RejectClaim command, ClaimFile file)
    {
        FourEyes.Require(command.Actor, file.ProposedBy);
        return [new ClaimRejected(file.ClaimId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    private static IReadOnlyList<ClaimEvent> Order(OrderPayment command, ClaimState.Approved claim)
    {
        FourEyes.Require(command.Actor, claim.File.ProposedBy, claim.ApprovedBy);
        int[] lines = [.. claim.Payments.Where(line => line.Value is LinePayment.Open or LinePayment.Failed).Select(line => line.Key)];
        return lines.Length > 0
            ? [new PaymentOrdered(claim.File.ClaimId, command.OrderId, lines, command.Actor, command.Today)]
            : throw new RuleViolation("claim.nothing_to_order", "没有待支付的明细：均已支付、正在支付或未通过核验。");
    }
}
