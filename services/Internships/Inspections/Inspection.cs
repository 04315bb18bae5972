using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Inspections;

/// <summary>The inspection of a file (H9 §四(二)): findings, the unit's right of reply until a day, and a conclusion by a second person.</summary>
internal sealed class Inspection : IDecider<InspectionState, InspectionCommand, InspectionEvent>
{
    private Inspection()
    {
    }

    public static InspectionState Initial { get; } = new InspectionState.NotOpened();

    public static string Stream(Guid inspectionId) => $"inspection-{inspectionId}";

    public static InspectionState Evolve(InspectionState state, InspectionEvent recorded) => (recorded, state) switch
    {
        (InspectionOpened e, _) => new InspectionState.Open(e.File),
        (FindingsRecorded e, InspectionState.Open s) => new InspectionState.Found(s.File, e.Findings, e.ReplyDueOn, e.FoundBy, null),
        (FindingsReplied e, InspectionState.Found s) => s with { Reply = e.Reply },
        (InspectionConcluded e, InspectionState.Open s) => new InspectionState.Concluded(s.File, [], null, e.Outcome, e.Reason),
        (InspectionConcluded e, InspectionState.Found s) => new InspectionState.Concluded(s.File, s.Findings, s.Reply, e.Outcome, e.Reason),
        _ => state,
    };

    public static IReadOnlyList<InspectionEvent> Decide(InspectionCommand command, InspectionState state) => (command, state) switch
    {
        (OpenInspection c, InspectionState.NotOpened) => [new InspectionOpened(c.File, c.Today)],
        (OpenInspection, _) => [],
        (_, InspectionState.NotOpened) => throw new RuleViolation("inspection.not_opened", "该检查尚未立项。"),
        (RecordFindings c, InspectionState.Open s) => [Find(c, s.File)],
        (ReplyToFindings c, InspectionState.Found s) => Reply(c, s),
        (ConcludeInspection c, InspectionState.Found s) => Conclude(c, s),
        (ReplyToFindings or ConcludeInspection, InspectionState.Open) => throw new RuleViolation("inspection.no_findings", "该检查尚未登记检查结果。"),
        (RecordFindings, InspectionState.Found) => throw new RuleViolation("inspection.already_found", "该检查已登记检查结果。"),
        _ => throw new RuleViolation("inspection.concluded", "该检查已结案。"),
    };

    private static InspectionEvent Find(RecordFindings command, InspectionFile file)
    {
        if (command.Findings.Count == 0)
        {
            return new InspectionConcluded(file.InspectionId, InspectionOutcome.Clean, [], null, command.Actor, command.Today);
        }

        if (command.Findings.FirstOrDefault(finding => !command.Kinds.Value.Contains(finding.Kind)) is { } unknown)
        {
            var known = string.Join('、', command.Kinds.Value.Items.Select(item => $"{item.Code}（{item.Name}）"));
            throw new RuleViolation("inspection.kind_unknown", $"问题类别 {unknown.Kind} 应为以下之一：{known}。");
        }

        List<Finding> findings = [.. command.Findings.Select(finding => finding with { Detail = Reasons.Require(finding.Detail) })];
        return new FindingsRecorded(file.InspectionId, findings, command.ReplyDueOn, command.DueRule, command.Actor, command.Today);
    }

    private static IReadOnlyList<InspectionEvent> Reply(ReplyToFindings command, InspectionState.Found state)
    {
        if (state.Reply is not null)
        {
            throw new RuleViolation("inspection.already_replied", "已作出申辩，如有补充请联系检查人员。");
        }

        return command.Today > state.ReplyDueOn
            ? throw new RuleViolation("inspection.reply_late", $"申辩期限为 {state.ReplyDueOn:yyyy-MM-dd}，现已届满。")
            : [new FindingsReplied(state.File.InspectionId, Reasons.Require(command.Reply), command.Actor, command.Today)];
    }

    private static IReadOnlyList<InspectionEvent> Conclude(ConcludeInspection command, InspectionState.Found state)
    {
        FourEyes.Require(command.Actor, state.FoundBy);
        if (state.Reply is null && command.Today <= state.ReplyDueOn)
        {
            throw new RuleViolation("inspection.reply_open", $"见习单位可在 {state.ReplyDueOn:yyyy-MM-dd} 前申辩，申辩或届满后方可结案。");
        }

        var outcome = command.Annulments.Count > 0 ? InspectionOutcome.Upheld : InspectionOutcome.Dismissed;
        return
        [
            new InspectionConcluded(
                state.File.InspectionId, outcome, command.Annulments, Reasons.Require(command.Reason), command.Actor, command.Today),
        ];
    }
}
