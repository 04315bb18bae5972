using System.Collections.Immutable;
using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>An employer that takes interns: its application, answered within five working days (H9 §二(四)), and what follows.</summary>
internal sealed class HostUnit : IDecider<HostUnitState, HostUnitCommand, HostUnitEvent>
{
    private HostUnit()
    {
    }

    public static HostUnitState Initial { get; } = new HostUnitState.NotApplied();

    public static string Stream(Guid unitId) => $"host_unit-{unitId}";

    public static HostUnitState Evolve(HostUnitState state, HostUnitEvent recorded) => (recorded, state) switch
    {
        (HostUnitApplied e, _) => new HostUnitState.Submitted(e.File, []),
        (HostUnitReturned e, HostUnitState.Submitted s) => new HostUnitState.Returned(s.File, e.Fields, e.Remark),
        (HostUnitResubmitted e, _) => new HostUnitState.Submitted(e.File, e.Corrections),
        (HostUnitApproved e, HostUnitState.Submitted s) => new HostUnitState.Approved(
            s.File, e.ApprovedOn, e.Account, null, null, ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal)),
        (HostUnitRejected e, HostUnitState.Submitted s) => new HostUnitState.Rejected(s.File, e.Reason),
        (HostUnitWithdrawn e, HostUnitState.Approved s) => new HostUnitState.Withdrawn(s.File, e.Reason, s with { Pending = null }, false),
        (HostUnitWithdrawn e, _) => new HostUnitState.Withdrawn(HostUnitApplication.FileOf(state), e.Reason, null, false),
        (FinalPaymentAllowed, HostUnitState.Withdrawn s) => s with { MayBePaid = true },
        (_, HostUnitState.Withdrawn { Before: { } before } s) => s with { Before = (HostUnitState.Approved)Evolve(before, recorded) },
        (HostUnitSuspended e, HostUnitState.Approved s) => s with { Suspension = new(e.From, e.Reason) },
        (HostUnitSuspensionLifted, HostUnitState.Approved s) => s with { Suspension = null },
        (HostUnitHonoured e, HostUnitState.Approved s) => s with { Honours = s.Honours.SetItem(e.Honour, e.From) },
        (HostUnitHonourRevoked e, HostUnitState.Approved s) => s with { Honours = s.Honours.Remove(e.Honour) },
        (BankAccountProposed e, HostUnitState.Approved s) => s with { Pending = new(e.Account, e.Round) },
        (BankAccountConfirmed e, HostUnitState.Approved s) => s with { Account = e.Account, Pending = null },
        (BankAccountRefused, HostUnitState.Approved s) => s with { Pending = null },
        _ => state,
    };

    public static IReadOnlyList<HostUnitEvent> Decide(HostUnitCommand command, HostUnitState state) => (command, state) switch
    {
        (ApplyAsHostUnit c, HostUnitState.NotApplied) => HostUnitReviewing.Apply(c),
        (_, HostUnitState.NotApplied) => throw new RuleViolation("host_unit.not_submitted", "该单位尚未提交见习单位申请。"),
        (ApplyAsHostUnit, _) => throw new RuleViolation("host_unit.already_submitted", "该单位已提交过见习单位申请。"),
        (ReturnHostUnit c, HostUnitState.Submitted s) => HostUnitReviewing.Return(c, s.File),
        (ReturnHostUnit, HostUnitState.Returned) => [],
        (ResubmitHostUnit c, HostUnitState.Returned s) => HostUnitReviewing.Resubmit(c, s),
        (ResubmitHostUnit, _) => throw new RuleViolation("host_unit.not_returned", "申请未被退回，不能重新提交。"),
        (ApproveHostUnit c, HostUnitState.Submitted s) => HostUnitReviewing.Approve(c, s.File),
        (ApproveHostUnit, HostUnitState.Approved) => [],
        (RejectHostUnit c, HostUnitState.Submitted s) => HostUnitReviewing.Reject(c, s.File),
        (RejectHostUnit, HostUnitState.Rejected) => [],
        (ReturnHostUnit or ApproveHostUnit or RejectHostUnit, _) =>
            throw new RuleViolation("host_unit.not_under_review", "申请不在审核中，不能作出审核意见。"),
        (WithdrawHostUnit, HostUnitState.Withdrawn) => [],
        (WithdrawHostUnit, HostUnitState.Rejected) => throw new RuleViolation("host_unit.rejected", "申请未通过，无须撤回。"),
        (WithdrawHostUnit c, _) => Withdraw(c, HostUnitApplication.FileOf(state), state is HostUnitState.Approved),
        (AllowFinalPayment c, HostUnitState.Withdrawn { Before: not null, MayBePaid: false } s) =>
            [new FinalPaymentAllowed(s.File.UnitId, Reasons.Require(c.Reason), c.Actor, c.Today)],
        (AllowFinalPayment, HostUnitState.Withdrawn { MayBePaid: true }) => [],
        (AllowFinalPayment, HostUnitState.Approved) => throw new RuleViolation("host_unit.not_withdrawn", "该单位没有退出，无须同意结清。"),
        (ProposeBankAccount or ConfirmBankAccount or RefuseBankAccount, HostUnitState.Withdrawn { Before: { } before }) =>
            HostUnitStanding.Decide(command, before),
        (_, HostUnitState.Approved s) => HostUnitStanding.Decide(command, s),
        _ => throw new RuleViolation("host_unit.not_approved", "该单位不是已通过审核的见习单位。"),
    };

    private static IReadOnlyList<HostUnitEvent> Withdraw(WithdrawHostUnit command, HostUnitFile file, bool wasApproved) =>
        [new HostUnitWithdrawn(file.UnitId, file.Region, Reasons.Require(command.Reason), command.Today, wasApproved)];
}
