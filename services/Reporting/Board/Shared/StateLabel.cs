using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Board.Shared;

/// <summary>Where a form stands, in a word; the colour only repeats it.</summary>
/// <param name="Name">The word.</param>
/// <param name="Kind">Class of its colour.</param>
public sealed record StateLabel(string Name, string Kind)
{
    internal static StateLabel Of(FormProgress state) => state switch
    {
        FormProgress.Open => new("未报送", "open"),
        FormProgress.Submitted => new("已报送", "sent"),
        FormProgress.Returned => new("已退回", "warn"),
        FormProgress.Approved => new("已审核", "good"),
        FormProgress.Locked => new("已锁定", "good"),
        FormProgress.Unlocked => new("已解锁", "warn"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
