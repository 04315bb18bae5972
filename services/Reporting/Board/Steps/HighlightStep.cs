namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>A step on a text as the board offers it.</summary>
/// <param name="Slug">Its word in addresses.</param>
/// <param name="Name">What the button says.</param>
/// <param name="What">What will happen.</param>
/// <param name="Done">What is said afterwards.</param>
/// <param name="AsksFor">The reason that is asked for; null for none.</param>
internal sealed record HighlightStep(string Slug, string Name, string What, string Done, string? AsksFor = null)
{
    public static HighlightStep Edit { get; } = new("edit", "修改", "修改标题和正文。", "修改已保存。");

    public static HighlightStep Discard { get; } = new("discard", "删除草稿", "删除该篇草稿。", "草稿已删除。");

    public static HighlightStep Withdraw { get; } = new("withdraw", "撤回", "撤回后不再计入应报篇数。", "该篇信息已撤回。", "理由");

    public static HighlightStep Commend { get; } = new("commend", "通报表扬", "向各地推广该篇做法。通报后不能再修改或撤回。", "已通报表扬。", "值得推广之处");

    /// <summary>The step of a word.</summary>
    public static HighlightStep? Of(string slug) => ((HighlightStep[])[Edit, Discard, Withdraw, Commend]).FirstOrDefault(step => step.Slug == slug);
}
