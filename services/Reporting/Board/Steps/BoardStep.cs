using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>A step as the board offers it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Slug">Its word in addresses.</param>
/// <param name="Name">What the button says.</param>
/// <param name="What">What will happen.</param>
/// <param name="Done">What is said afterwards.</param>
/// <param name="IsOfCell">Whether it is about one cell and is offered there.</param>
internal sealed record BoardStep(FormStep Step, string Slug, string Name, string What, string Done, bool IsOfCell = false)
{
    /// <summary>All steps in the order in which they are offered.</summary>
    public static IReadOnlyList<BoardStep> All { get; } =
    [
        new(FormStep.Submit, "submit", "报送", "以现在各栏的数字报送。报送后本单位不能再修改，除非被退回或解锁。", "报表已报送。"),
        new(FormStep.Approve, "approve", "审核通过", "认可报送的数字。审核通过后可以锁定。", "报表已审核通过。"),
        new(FormStep.Return, "return", "退回", "把报表退回填报单位修改后重新报送。", "报表已退回。"),
        new(FormStep.Lock, "lock", "锁定", "锁定报表。锁定后的数字不再变动，修改须先解锁或重报。", "报表已锁定。"),
        new(FormStep.RequestUnlock, "request-unlock", "申请解锁", "请上级解锁本报表，以便修改后重新报送。", "解锁申请已提交。"),
        new(FormStep.Unlock, "unlock", "解锁", "在截止日期前允许填报单位修改并重新报送；逾期未报送的，恢复原来锁定的数字。", "报表已解锁。"),
        new(FormStep.ProposeRestatement, "propose-restatement", "提出重报", "提议以现在的数字替换锁定的数字，由另一人审定。", "重报提议已提交。"),
        new(FormStep.Restate, "restate", "同意重报", "以下列数字替换锁定的数字，作为新的一版。", "报表已重报。"),
        new(FormStep.RefuseRestatement, "refuse-restatement", "不同意重报", "维持锁定的数字。", "已维持原数字。"),
        new(FormStep.Correct, "correct", "更正数字", "在汇总数字上加减一个差额。此后各月的累计数字同样加减，直到撤回更正。", "更正已记录。", true),
        new(FormStep.WithdrawCorrection, "withdraw", "撤回更正", "从本月起不再加减该差额。", "更正已撤回。", true),
        new(FormStep.Enter, "enter", "填报数字", "填报本栏数字并注明来源；本栏会标记为人工填报。", "数字已填报。", true),
    ];

    /// <summary>The step of a word.</summary>
    public static BoardStep? Of(string? slug) => All.FirstOrDefault(step => step.Slug == slug);
}
