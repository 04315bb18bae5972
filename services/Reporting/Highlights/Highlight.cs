using YouthPlatform.EventStore;
using YouthPlatform.Reviews;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>A text on a prefecture's work: drafted, filed, revised, withdrawn, or made known by the level above (H32 §三(四)).</summary>
internal sealed class Highlight : IDecider<HighlightState, HighlightCommand, HighlightEvent>
{
    private Highlight()
    {
    }

    public static HighlightState Initial => HighlightState.NotFiled.Instance;

    public static string StreamOf(Guid highlightId) => $"highlight-{highlightId}";

    public static HighlightState Evolve(HighlightState state, HighlightEvent recorded) => (recorded, state) switch
    {
        (HighlightDrafted e, _) => new HighlightState.Draft(e.File),
        (HighlightDiscarded, HighlightState.Draft s) => new HighlightState.Discarded(s.File),
        (HighlightFiled e, _) => new HighlightState.Filed(e.File, e, null),
        (HighlightRevised e, HighlightState.Filed s) => s with { File = e.File },
        (HighlightCommended e, HighlightState.Filed s) => s with { Commendation = e },
        (HighlightWithdrawn e, HighlightState.Filed s) => new HighlightState.Withdrawn(s.File, s.Filing, e),
        _ => state,
    };

    public static IReadOnlyList<HighlightEvent> Decide(HighlightCommand command, HighlightState state) => (command, state) switch
    {
        (DraftHighlight c, HighlightState.NotFiled or HighlightState.Draft) => [Draft(c)],
        (FileHighlight c, HighlightState.NotFiled or HighlightState.Draft) => [File(c)],
        (DiscardHighlight c, HighlightState.Draft s) =>
            [new HighlightDiscarded(s.File.HighlightId, s.File.Region, s.File.Month, c.Actor, c.Today)],
        (DiscardHighlight, HighlightState.Discarded) => [],
        (_, HighlightState.Discarded) => throw new RuleViolation("highlight.discarded", "该篇草稿已删除。"),
        (FileHighlight or DraftHighlight or DiscardHighlight, _) when state is not HighlightState.NotFiled =>
            throw new RuleViolation("highlight.already_filed", "该篇信息已报送。"),
        (_, HighlightState.NotFiled or HighlightState.Draft) => throw new RuleViolation("highlight.not_filed", "该篇信息尚未报送。"),
        (_, HighlightState.Withdrawn) => throw new RuleViolation("highlight.withdrawn", "该篇信息已撤回。"),
        (CommendHighlight c, HighlightState.Filed { Commendation: null } s) => [Commend(c, s)],
        (_, HighlightState.Filed { Commendation: not null }) => throw new RuleViolation("highlight.commended", "该篇信息已通报表扬，不能再变更。"),
        (ReviseHighlight c, HighlightState.Filed s) =>
            [new HighlightRevised(HighlightText.Require(s.File with { Title = c.Title, Text = c.Text }, c.Rules), c.Actor, c.Today)],
        (WithdrawHighlight c, HighlightState.Filed s) =>
            [new HighlightWithdrawn(s.File.HighlightId, s.File.Region, s.File.Month, Reasons.Require(c.Reason), c.Actor, c.Today)],
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
    };

    private static HighlightDrafted Draft(DraftHighlight command)
    {
        RequireMonth(command.File, command.Rules);
        return new HighlightDrafted(HighlightText.RequireDraft(command.File), command.File.Month.LastDay, command.Actor, command.Today);
    }

    private static HighlightFiled File(FileHighlight command)
    {
        var month = command.File.Month;
        RequireMonth(command.File, command.Rules);
        return command.Today < month.FirstDay
            ? throw new RuleViolation("highlight.month_not_begun", $"{month} 尚未开始，不能报送。")
            : new HighlightFiled(
                HighlightText.Require(command.File, command.Rules), month.LastDay, command.Rules.Versions, command.Actor, command.Today);
    }

    private static void RequireMonth(HighlightFile file, HighlightRules rules)
    {
        if (!rules.Months.Contains(file.Month.Month))
        {
            throw new RuleViolation("highlight.month_not_due", $"工作亮点的报送月份为 {rules.Months.Min:0} 月至 {rules.Months.Max:0} 月。");
        }
    }

    private static HighlightCommended Commend(CommendHighlight command, HighlightState.Filed state)
    {
        FourEyes.Require(command.Actor, state.Filing.FiledBy);
        return new(
            state.File.HighlightId, state.File.Region, state.File.Month, Reasons.Require(command.Note), command.Actor, command.Today);
    }
}
