using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>Texts on the prefectures' work in a month.</summary>
/// <param name="Viewer">Who looks at them.</param>
/// <param name="Month">The month.</param>
/// <param name="Months">Months that owe texts.</param>
/// <param name="Duties">What each prefecture owes and has filed.</param>
/// <param name="Texts">The texts.</param>
/// <param name="Writes">Whether the viewer writes texts of the month.</param>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record HighlightsModel(
    Viewer Viewer,
    YearMonth Month,
    IReadOnlyList<YearMonth> Months,
    IReadOnlyList<DutyLine> Duties,
    IReadOnlyList<TextLine> Texts,
    bool Writes,
    string? Done);

/// <summary>What a prefecture owes and has filed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Due">Texts that the month owes.</param>
/// <param name="InTime">Texts filed in time.</param>
/// <param name="Late">Texts filed later.</param>
/// <param name="Missing">Texts still missing.</param>
public sealed record DutyLine(string Name, int Due, int InTime, int Late, int Missing);

/// <summary>A text.</summary>
/// <param name="Unit">Name of the prefecture.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">The text.</param>
/// <param name="Length">Length as people count it.</param>
/// <param name="FiledOn">China date; null of a draft.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Note">What is exemplary about it.</param>
/// <param name="Blocked">What keeps a draft from being filed.</param>
/// <param name="Actions">What the viewer may do with it.</param>
public sealed record TextLine(
    string Unit,
    string Title,
    string Text,
    int Length,
    DateOnly? FiledOn,
    StateLabel State,
    string? Note,
    IReadOnlyList<string> Blocked,
    IReadOnlyList<ActionLink> Actions);
