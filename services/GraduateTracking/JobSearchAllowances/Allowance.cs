using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.JobSearchAllowances;

/// <summary>
/// The one-off job-search allowance of hardship graduates: seven kinds in Wuhan (W62 §二(九)), column 7 of Hunan's form (H32 附件2). One stream a
/// person and one entitlement a life.
/// </summary>
internal sealed class Allowance : IDecider<AllowanceState, AllowanceCommand, AllowanceEvent>
{
    public static AllowanceState Initial { get; } = new AllowanceState.None();

    public static string StreamOf(Guid personId) => $"job_search_allowance-{personId}";

    public static AllowanceState Evolve(AllowanceState state, AllowanceEvent recorded) => (recorded, state) switch
    {
        (AllowanceApplied e, _) => new AllowanceState.Applied(e.File),
        (AllowanceApproved, AllowanceState.Applied s) => new AllowanceState.Approved(s.File),
        (AllowanceRejected e, AllowanceState.Applied s) => new AllowanceState.Rejected(s.File, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<AllowanceEvent> Decide(AllowanceCommand command, AllowanceState state) => (command, state) switch
    {
        (ApplyForAllowance apply, AllowanceState.None or AllowanceState.Rejected) => Apply(apply),
        (ApplyForAllowance apply, AllowanceState.Applied s) when apply.File.Kind == s.File.Kind => [],
        (ApplyForAllowance, _) => throw new RuleViolation("job_search.applied_already", "求职创业补贴每人只发放一次，该人员已申请或已核准。"),
        (ApproveAllowance approve, AllowanceState.Applied s) => [Approve(approve, s.File)],
        (RejectAllowance reject, AllowanceState.Applied s) => [Reject(reject, s.File)],
        (ApproveAllowance, AllowanceState.Approved) or (RejectAllowance, AllowanceState.Rejected) => [],
        (_, AllowanceState.None) => throw new RuleViolation("job_search.not_applied", "该人员未申请求职创业补贴。"),
        _ => throw new RuleViolation("job_search.decided", "该申请已作出决定。"),
    };

    private static IReadOnlyList<AllowanceEvent> Apply(ApplyForAllowance command)
    {
        command.Kinds.Require(command.File.Kind, "job_search.kind_unknown");
        if (!References.IsNumber(command.File.Reference))
        {
            throw new RuleViolation("job_search.reference_invalid", "请填写困难身份证明材料的编号（字母、数字和连字符），不得填写个人信息。");
        }

        return command.Eligibility.Eligible
            ? [new AllowanceApplied(command.File, command.Eligibility.Checks, command.AmountRule)]
            : throw new RuleViolation(
                "job_search.not_eligible", $"不符合申领条件，未通过的核对项：{string.Join('、', command.Eligibility.Checks.Where(check => !check.Passed).Select(check => check.Name))}。");
    }

    private static AllowanceApproved Approve(ApproveAllowance command, AllowanceFile file)
    {
        FourEyes.Require(command.Actor, file.AppliedBy);
        return new(file, command.Actor, command.Today);
    }

    private static AllowanceRejected Reject(RejectAllowance command, AllowanceFile file)
    {
        FourEyes.Require(command.Actor, file.AppliedBy);
        return new(file.PersonId, Reasons.Require(command.Reason), command.Actor, command.Today);
    }
}
