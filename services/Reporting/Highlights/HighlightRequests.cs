using System.ComponentModel;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>Files a text.</summary>
/// <param name="Region">The prefecture, GB/T 2260.</param>
/// <param name="Month">Month that it counts for, such as 2023-11.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">The text.</param>
internal sealed record FileHighlightRequest(
    string Region, [property: Description("Month yyyy-MM")] string Month, string Title, [property: Description("No longer than the packs allow, counted as people count Chinese characters (H32 §三(四))")] string Text)
{
    public static FileHighlightRequest Example { get; } = new("430100", "2023-11", "校园招聘进园区", "11月举办进园区招聘会3场，提供岗位1200个，现场达成意向260人。");
}

/// <summary>Changes the wording.</summary>
/// <param name="Title">Title.</param>
/// <param name="Text">The text.</param>
internal sealed record ReviseHighlightRequest(string Title, string Text)
{
    public static ReviseHighlightRequest Example { get; } = new("校园招聘进园区", "11月举办进园区招聘会3场，提供岗位1260个，现场达成意向260人。");
}

/// <summary>Says why.</summary>
/// <param name="Reason">The reason, or what is exemplary.</param>
internal sealed record HighlightReasonRequest(string Reason)
{
    public static HighlightReasonRequest Withdrawal { get; } = new("与上月信息重复");

    public static HighlightReasonRequest Commendation { get; } = new("做法可复制，全省推广");
}

/// <summary>A text as it stands.</summary>
/// <param name="HighlightId">The text.</param>
/// <param name="Region">The prefecture.</param>
/// <param name="Month">Month that it counts for.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">The text.</param>
/// <param name="Length">Length as people count it.</param>
/// <param name="Status">draft, filed, commended, withdrawn, or discarded of a draft.</param>
/// <param name="FiledOn">China date; null of a draft.</param>
/// <param name="IsLate">Whether it came after the month.</param>
/// <param name="Note">What is exemplary, or why it was withdrawn; null otherwise.</param>
/// <param name="Blocked">What keeps a draft from being filed; null of what is filed.</param>
internal sealed record HighlightView(
    Guid HighlightId,
    string Region,
    YearMonth Month,
    string Title,
    string Text,
    int Length,
    string Status,
    DateOnly? FiledOn,
    bool IsLate,
    string? Note,
    IReadOnlyList<string>? Blocked)
{
    public static HighlightView Of(HighlightState state, HighlightRules rules) => state switch
    {
        HighlightState.Draft s => Of(s.File, null, HighlightStatus.Draft, null, [.. HighlightText.Faults(s.File, rules).Select(fault => fault.Detail)]),
        HighlightState.Discarded s => Of(s.File, null, HighlightStatus.Discarded, null, null),
        HighlightState.Filed { Commendation: { } commendation } s => Of(s.File, s.Filing, HighlightStatus.Commended, commendation.Note, null),
        HighlightState.Filed s => Of(s.File, s.Filing, HighlightStatus.Filed, null, null),
        HighlightState.Withdrawn s => Of(s.File, s.Filing, HighlightStatus.Withdrawn, s.Withdrawal.Reason, null),
        _ => throw new InvalidOperationException("A text that nobody wrote has no view."),
    };

    private static HighlightView Of(HighlightFile file, HighlightFiled? filing, string status, string? note, IReadOnlyList<string>? blocked) => new(
        file.HighlightId,
        file.Region.Value,
        file.Month,
        file.Title,
        file.Text,
        file.Length,
        status,
        filing?.FiledOn,
        filing is not null && filing.FiledOn > filing.DueOn,
        note,
        blocked);
}

/// <summary>A text in a list.</summary>
/// <param name="HighlightId">The text.</param>
/// <param name="Region">The prefecture.</param>
/// <param name="Month">Month that it counts for.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">The text.</param>
/// <param name="Length">Length as people count it.</param>
/// <param name="Status">draft, filed, commended or withdrawn.</param>
/// <param name="FiledOn">China date; null of a draft.</param>
/// <param name="IsLate">Whether it came after the month.</param>
/// <param name="Note">What is exemplary, or why it was withdrawn; null otherwise.</param>
internal sealed record HighlightRow(
    Guid HighlightId, string Region, string Month, string Title, string Text, int Length, string Status, DateOnly? FiledOn, bool IsLate, string? Note);

/// <summary>What a prefecture owes and has filed in a month.</summary>
/// <param name="Region">The prefecture.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Due">Texts that the month owes.</param>
/// <param name="InTime">Texts filed by the month's last day and not withdrawn.</param>
/// <param name="Late">Texts filed later.</param>
/// <param name="Missing">Texts still missing.</param>
internal sealed record HighlightDuty(string Region, string Name, int Due, int InTime, int Late, int Missing);
