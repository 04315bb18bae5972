using YouthPlatform.EventStore;
using YouthPlatform.Reviews;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>A text on a prefecture's work: filed, revised, withdrawn, or made known by the level above (H32 §三(四)).</summary>
internal sealed class Highlight : IDecider<HighlightState, HighlightCommand, HighlightEvent>
{
    private Highlight()
    {
    }

    public static HighlightState Initial => HighlightState.NotFiled.Instance;

    public static string StreamOf(Guid highlightId) => $"highlight-{highlightId}";

    public static HighlightState Evolve(HighlightState state, HighlightEvent recorded) => (recorded, state) switch
    {
        (HighlightFiled e, _) => new HighlightState.Filed(e.File, e, null),
        (HighlightRevised e, HighlightState.Filed s) => s with { File = e.File },
        (HighlightCommended e, HighlightState.Filed s) => s with { Commendation = e },
        (HighlightWithdrawn e, HighlightState.Filed s) => new HighlightState.Withdrawn(s.File, s.Filing, e),
        _ => state,
    };

    public static IReadOnlyList<HighlightEvent> Decide(HighlightCommand command, HighlightState state) => (command, state) switch
    {
        (FileHighlight c, HighlightState.NotFiled) => [File(c)],
        (FileHighlight, _) => throw new RuleViolation("highlight.already_filed", "该篇信息已报送。"),
        (_, HighlightState.NotFiled) => throw new RuleViolation("highlight.not_filed", "该篇信息尚未报送。"),
        (_, HighlightState.Withdrawn) => throw new RuleViolation("highlight.withdrawn", "该篇信息已撤回。"),
        (CommendHighlight c, HighlightState.Filed { Commendation: null } s) => [Commend(c, s)],
        (_, HighlightState.Filed { Commendation: not null }) => throw new RuleViolation("highlight.commended", "该篇信息已通报表扬，不能再变更。"),
        (ReviseHighlight c, HighlightState.Filed s) => [new HighlightRevised(Checked(s.File with { Title = c.Title, Text = c.Text }, c.Rules), c.Actor, c.Today)],
        (WithdrawHighlight c, HighlightState.Filed s) =>
            [new HighlightWithdrawn(s.File.HighlightId, s.File.Region, s.File.Month, Reasons.Require(c.Reason), c.Actor, c.Today)],
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
    };

    private static HighlightFiled File(FileHighlight command)
    {
        var month = command.File.Month;
        if (!command.Rules.Months.Contains(month.Month))
        {
            throw new RuleViolation(
                "highlight.month_not_due", $"工作亮点的报送月份为 {command.Rules.Months.Min:0} 月至 {command.Rules.Months.Max:0} 月。");
        }

        return command.Today < month.FirstDay
            ? throw new RuleViolation("highlight.month_not_begun", $"{month} 尚未开始，不能报送。")
            : new HighlightFiled(Checked(command.File, command.Rules), month.LastDay, command.Rules.Versions, command.Actor, command.Today);
    }

    private static HighlightCommended Commend(CommendHighlight command, HighlightState.Filed state)
    {
        FourEyes.Require(command.Actor, state.Filing.FiledBy);
        return new(
            state.File.HighlightId, state.File.Region, state.File.Month, Reasons.Require(command.Note), command.Actor, command.Today);
    }

    private static HighlightFile Checked(HighlightFile file, HighlightRules rules)
    {
        var (title, text) = (file.Title.Trim(), file.Text.Trim());
        if (title.Length == 0 || text.Length == 0)
        {
            throw new RuleViolation("highlight.empty", "标题和正文不能为空。");
        }

        if (PersonalData.IsIn(title) || PersonalData.IsIn(text))
        {
            throw new RuleViolation("highlight.personal_data", "文中含有公民身份号码或手机号码，请删除后再报送。");
        }

        var length = WrittenLength.Of(text);
        return length <= rules.MaxLength
            ? file with { Title = title, Text = text, Length = length }
            : throw new RuleViolation("highlight.too_long", $"正文 {length} 字，应控制在 {rules.MaxLength} 字以内。");
    }
}
