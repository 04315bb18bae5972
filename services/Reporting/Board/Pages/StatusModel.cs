using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>Where the units' forms of a month stand.</summary>
/// <param name="Viewer">Who looks at them.</param>
/// <param name="Choice">Form and month.</param>
/// <param name="Facts">Due day, counts and rates.</param>
/// <param name="Lines">The units that the viewer answers for.</param>
/// <param name="Actions">What the viewer may do with all of them.</param>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record StatusModel(
    Viewer Viewer,
    FormChoice Choice,
    IReadOnlyList<(string Name, string Value)> Facts,
    IReadOnlyList<StatusLine> Lines,
    IReadOnlyList<ActionLink> Actions,
    string? Done);

/// <summary>Where a unit's form stands.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="State">The state.</param>
/// <param name="SubmittedOn">China date; null while it is not submitted.</param>
/// <param name="Timeliness">On time, late by how much, or how long it has.</param>
/// <param name="Completeness">Whether every reported column has a figure, or which lack one.</param>
/// <param name="IsLate">Whether it is overdue and not submitted.</param>
public sealed record StatusLine(ReportingUnit Unit, StateLabel State, DateOnly? SubmittedOn, string Timeliness, string Completeness, bool IsLate);
