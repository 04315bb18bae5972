using YouthPlatform.EventStore;
using YouthPlatform.Reviews;

namespace YouthPlatform.Reporting.Forms;

/// <summary>How locked figures are replaced when the facts behind them have changed: proposed by one account, agreed to by another.</summary>
internal static class FormRestating
{
    public static IReadOnlyList<FormEvent> Propose(ProposeRestatement command, FormState state)
    {
        switch (state)
        {
            case FormState.Locked when command.Changes.Count == 0:
                throw new RuleViolation("form.nothing_to_restate", "现有数据与锁定的数据一致，无须重报。");
            case FormState.Locked { Proposal: null }:
                var (form, region, month, _, today, actor) = command.At;
                return [new RestatementProposed(form.Id, region, month, today, actor, command.Changes, Reasons.Require(command.Reason))];
            case FormState.Locked:
                throw new RuleViolation("form.restatement_already_proposed", "已有一项重报申请等待审批。");
            default:
                throw NotLocked();
        }
    }

    public static IReadOnlyList<FormEvent> Restate(RestateForm command, FormState state)
    {
        var (locked, proposal) = Pending(state);
        FourEyes.Require(command.At.Actor, proposal.By, locked.SubmittedBy);
        var changed = proposal.Changes.ToDictionary(change => change.Column);
        var kept = state.File.Version(locked.Version).Figures.Where(figure => !changed.ContainsKey(figure.Column));
        var (form, region, month, _, today, actor) = command.At;
        return
        [
            new FormRestated(
                form.Id,
                region,
                month,
                today,
                actor,
                state.File.NextVersion,
                [.. kept.Concat(changed.Values.Select(change => change.After).OfType<SubmittedFigure>()).OrderBy(figure => figure.Column)],
                proposal.Changes,
                proposal.Reason,
                proposal.By),
        ];
    }

    public static IReadOnlyList<FormEvent> Refuse(RefuseRestatement command, FormState state)
    {
        var (_, proposal) = Pending(state);
        FourEyes.Require(command.At.Actor, proposal.By);
        var (form, region, month, _, today, actor) = command.At;
        return [new RestatementRefused(form.Id, region, month, today, actor, Reasons.Require(command.Reason))];
    }

    private static (FormState.Locked State, RestatementProposed Proposal) Pending(FormState state) => state switch
    {
        FormState.Locked { Proposal: { } proposal } locked => (locked, proposal),
        FormState.Locked => throw new RuleViolation("form.no_restatement_proposed", "没有等待审批的重报申请。"),
        _ => throw NotLocked(),
    };

    private static RuleViolation NotLocked() => new("form.not_locked", "本月报表没有锁定，可直接修改后报送，无须重报。");
}
