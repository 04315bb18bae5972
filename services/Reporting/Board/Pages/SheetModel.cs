using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>The form of a unit as printed.</summary>
/// <param name="Viewer">Who looks at it.</param>
/// <param name="Form">The form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Facts">Dates and accounts.</param>
/// <param name="Cells">Its figures in the order of the columns.</param>
/// <param name="Actions">What the viewer may do with it now.</param>
/// <param name="Checks">What is checked.</param>
/// <param name="Done">What was just done; null for nothing.</param>
/// <param name="Moment">What is shown when it is not the form as of now.</param>
/// <param name="KnownOn">The day as of which it is shown; null for now, or for a version.</param>
public sealed record SheetModel(
    Viewer Viewer,
    FormDefinition Form,
    ReportingUnit Unit,
    YearMonth Month,
    StateLabel State,
    IReadOnlyList<(string Name, string Value)> Facts,
    IReadOnlyList<SheetCell> Cells,
    IReadOnlyList<ActionLink> Actions,
    IReadOnlyList<CheckLine> Checks,
    string? Done,
    string? Moment,
    DateOnly? KnownOn)
{
    /// <summary>Whether it is shown as submitted or restated: figures that stand, whose events are those of another moment.</summary>
    public bool IsVersion => Moment is not null && KnownOn is null;
}

/// <summary>A figure of the form.</summary>
/// <param name="Column">Its column.</param>
/// <param name="IsClosed">Whether the month does not report it.</param>
/// <param name="Value">The figure.</param>
/// <param name="Mark">What is special about it, such as 更正; null for nothing.</param>
public sealed record SheetCell(FormColumn Column, bool IsClosed, decimal? Value, string? Mark);

/// <summary>A way to an action.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Path">Page that asks for it.</param>
public sealed record ActionLink(string Name, string Path);

/// <summary>A check and what came of it.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="Kind">Class of its colour.</param>
/// <param name="Result">What came of it, in a word.</param>
/// <param name="Detail">Why.</param>
public sealed record CheckLine(string Name, string Kind, string Result, string? Detail);
