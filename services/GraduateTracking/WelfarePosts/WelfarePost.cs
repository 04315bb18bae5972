using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.WelfarePosts;

/// <summary>
/// A public-welfare post, where the market offers a hardship graduate none (H32 §二(九)21, W62 §二(九)): the last resort, so what was offered
/// before and failed is checked by name.
/// </summary>
internal sealed class WelfarePost : IDecider<WelfarePostState, WelfarePostCommand, WelfarePostEvent>
{
    private const int LongestText = 100;

    public static WelfarePostState Initial { get; } = new WelfarePostState.None();

    public static string StreamOf(Guid personId) => $"welfare_post-{personId}";

    public static WelfarePostState Evolve(WelfarePostState state, WelfarePostEvent recorded) => (recorded, state) switch
    {
        (WelfarePostProposed e, _) => new WelfarePostState.Proposed(e.File),
        (WelfarePostApproved e, _) => new WelfarePostState.Placed(e.File),
        (WelfarePostRejected or WelfarePostEnded, _) => new WelfarePostState.None(),
        _ => state,
    };

    public static IReadOnlyList<WelfarePostEvent> Decide(WelfarePostCommand command, WelfarePostState state) => (command, state) switch
    {
        (ProposeWelfarePost propose, WelfarePostState.None) => Propose(propose),
        (ProposeWelfarePost, _) => throw new RuleViolation("welfare_post.exists", "该人员已有公益性岗位安置或申请。"),
        (ApproveWelfarePost approve, WelfarePostState.Proposed s) => Approve(approve, s.File),
        (ApproveWelfarePost, WelfarePostState.Placed) => [],
        (RejectWelfarePost reject, WelfarePostState.Proposed s) => Reject(reject, s.File),
        (EndWelfarePost end, WelfarePostState.Placed s) => End(end, s.File),
        _ => throw new RuleViolation("welfare_post.not_found", "没有待办的公益性岗位安置。"),
    };

    private static IReadOnlyList<WelfarePostEvent> Propose(ProposeWelfarePost command)
    {
        var file = command.File;
        RequireLastResort(command.Checks);
        if (file.Title.Length is 0 or > LongestText || file.Unit.Length is 0 or > LongestText || file.To < file.From)
        {
            throw new RuleViolation("welfare_post.incomplete", $"请填写岗位和用人单位（各不超过 {LongestText} 字）及起止日期。");
        }

        return [new WelfarePostProposed(file, command.Checks)];
    }

    /// <summary>What was offered is checked again: a job may have come up since.</summary>
    private static IReadOnlyList<WelfarePostEvent> Approve(ApproveWelfarePost command, WelfarePostFile file)
    {
        FourEyes.Require(command.Actor, file.ProposedBy);
        RequireLastResort(command.Checks);
        return [new WelfarePostApproved(file, command.Checks, command.Actor, command.Today)];
    }

    private static IReadOnlyList<WelfarePostEvent> Reject(RejectWelfarePost command, WelfarePostFile file)
    {
        FourEyes.Require(command.Actor, file.ProposedBy);
        return [new WelfarePostRejected(file.PersonId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    private static IReadOnlyList<WelfarePostEvent> End(EndWelfarePost command, WelfarePostFile file) => command.EndedOn < file.From || command.EndedOn > command.Today
        ? throw new RuleViolation("welfare_post.date", "结束日期不得早于上岗日期，也不得晚于今天。")
        : [new WelfarePostEnded(file.PersonId, file.Region, Reasons.Require(command.Reason), command.Actor, command.EndedOn)];

    private static void RequireLastResort(IReadOnlyList<NamedCheck> checks)
    {
        var failed = checks.Where(check => !check.Passed).Select(check => check.Name).ToList();
        if (failed.Count > 0)
        {
            throw new RuleViolation("welfare_post.not_last_resort", $"公益性岗位只用于兜底安置，未通过的核对项：{string.Join('、', failed)}。");
        }
    }
}
