using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>The application of an employer to take interns, answered within five working days (H9 §二(四)).</summary>
internal sealed class HostUnit : IDecider<HostUnitState, HostUnitCommand, HostUnitEvent>
{
    private HostUnit()
    {
    }

    public static HostUnitState Initial { get; } = new HostUnitState.NotApplied();

    public static string Stream(Guid unitId) => $"host_unit-{unitId}";

    public static HostUnitState Evolve(HostUnitState state, HostUnitEvent recorded) => (recorded, state) switch
    {
        (HostUnitApplied e, _) => new HostUnitState.Submitted(e.File),
        (HostUnitReturned e, HostUnitState.Submitted s) => new HostUnitState.Returned(s.File, e.Reason),
        (HostUnitResubmitted e, HostUnitState.Returned s) => new HostUnitState.Submitted(
            s.File with { Name = e.Name, SubmittedBy = e.SubmittedBy, Review = e.Review }),
        (HostUnitApproved e, HostUnitState.Submitted s) => new HostUnitState.Approved(s.File, e.ApprovedOn),
        (HostUnitRejected e, HostUnitState.Submitted s) => new HostUnitState.Rejected(s.File, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<HostUnitEvent> Decide(HostUnitCommand command, HostUnitState state) => (command, state) switch
    {
        (ApplyAsHostUnit c, HostUnitState.NotApplied) => [new HostUnitApplied(Complete(c.File))],
        (ReturnHostUnit c, HostUnitState.Submitted s) => Return(c, s.File),
        (ReturnHostUnit, HostUnitState.Returned) => [],
        (ResubmitHostUnit c, HostUnitState.Returned s) =>
            [new HostUnitResubmitted(s.File.UnitId, RequireName(c.Name), c.Actor, c.Review)],
        (ApproveHostUnit c, HostUnitState.Submitted s) => Approve(c, s.File),
        (ApproveHostUnit, HostUnitState.Approved) => [],
        (RejectHostUnit c, HostUnitState.Submitted s) => Reject(c, s.File),
        (RejectHostUnit, HostUnitState.Rejected) => [],
        (_, HostUnitState.NotApplied) => throw new RuleViolation("host_unit.not_submitted", "该单位尚未提交见习单位申请。"),
        (ApplyAsHostUnit, _) => throw new RuleViolation("host_unit.already_submitted", "该单位已提交过见习单位申请。"),
        (ResubmitHostUnit, _) => throw new RuleViolation("host_unit.not_returned", "申请未被退回，不能重新提交。"),
        _ => throw new RuleViolation("host_unit.not_under_review", "申请不在审核中，不能作出审核意见。"),
    };

    private static HostUnitFile Complete(HostUnitFile file) => file.PostIds.Count == 0
        ? throw new RuleViolation("host_unit.posts_missing", "请至少申报一个见习岗位。")
        : file with { Name = RequireName(file.Name) };

    private static string RequireName(string name) => string.IsNullOrWhiteSpace(name)
        ? throw new RuleViolation("host_unit.name_missing", "请填写单位名称。")
        : name.Trim();

    private static IReadOnlyList<HostUnitEvent> Return(ReturnHostUnit command, HostUnitFile file)
    {
        FourEyes.Require(command.Actor, file.SubmittedBy);
        return [new HostUnitReturned(file.UnitId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    private static IReadOnlyList<HostUnitEvent> Approve(ApproveHostUnit command, HostUnitFile file)
    {
        FourEyes.Require(command.Actor, file.SubmittedBy);
        return [new HostUnitApproved(file.UnitId, file.Region, command.Actor, command.Today)];
    }

    private static IReadOnlyList<HostUnitEvent> Reject(RejectHostUnit command, HostUnitFile file)
    {
        FourEyes.Require(command.Actor, file.SubmittedBy);
        return [new HostUnitRejected(file.UnitId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }
}
