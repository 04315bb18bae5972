using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>The form of one unit and month.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="DueOn">Day it is due; figures count up to it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Submission">How it was submitted; null while it is open.</param>
/// <param name="Cells">The columns with their figures as of now.</param>
internal sealed record FormView(
    string Form,
    string Title,
    UnitView Unit,
    YearMonth Month,
    DateOnly DueOn,
    FormProgress State,
    SubmissionView? Submission,
    IReadOnlyList<CellView> Cells);

/// <summary>A reporting unit.</summary>
/// <param name="Region">GB/T 2260 code.</param>
/// <param name="Name">Chinese name.</param>
internal sealed record UnitView(string Region, string Name);

/// <summary>How a form was submitted.</summary>
/// <param name="SubmittedOn">China date.</param>
/// <param name="SubmittedBy">Account.</param>
/// <param name="IsLate">Whether it came after the due date.</param>
internal sealed record SubmissionView(DateOnly SubmittedOn, string SubmittedBy, bool IsLate);

/// <summary>A cell that explains itself.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Group">Heading of the group.</param>
/// <param name="Subgroup">Heading between group and column, if any.</param>
/// <param name="Name">Heading of the column.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="Value">Cumulative figure as of now; null where the column is closed.</param>
/// <param name="State">Whether the column is reported.</param>
/// <param name="Submitted">Figure as submitted; null while the form is open or where the column is closed.</param>
/// <param name="Definition">What is counted.</param>
/// <param name="EventCount">Number of events behind the figure.</param>
/// <param name="Events">Where these events are, relative to the address of the form.</param>
internal sealed record CellView(
    int Column,
    string Group,
    string? Subgroup,
    string Name,
    string Unit,
    decimal? Value,
    CellState State,
    decimal? Submitted,
    string Definition,
    long? EventCount,
    string? Events);

/// <summary>The forms of all units of a province for a month.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Unit">The province.</param>
/// <param name="Month">Reported month.</param>
/// <param name="DueOn">Day it is due.</param>
/// <param name="Totals">Columns with the sums of the units' figures.</param>
/// <param name="Units">The units' forms.</param>
internal sealed record ProvinceView(
    string Form,
    string Title,
    UnitView Unit,
    YearMonth Month,
    DateOnly DueOn,
    IReadOnlyList<CellView> Totals,
    IReadOnlyList<UnitRow> Units);

/// <summary>A unit's line of the province's form.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="State">Where its form stands.</param>
/// <param name="Submission">How it was submitted; null while it is open.</param>
/// <param name="Cells">Its figures.</param>
internal sealed record UnitRow(UnitView Unit, FormProgress State, SubmissionView? Submission, IReadOnlyList<UnitCell> Cells);

/// <summary>A figure of a unit's line.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Value">Cumulative figure as of now; null where the column is closed.</param>
/// <param name="EventCount">Number of events behind the figure.</param>
/// <param name="Events">Where these events are, relative to the address of the province's form.</param>
internal sealed record UnitCell(int Column, decimal? Value, long? EventCount, string? Events);

/// <summary>Where a form stands.</summary>
internal enum FormProgress
{
    /// <summary>Still compiled.</summary>
    Open,

    /// <summary>Handed in.</summary>
    Submitted,
}

/// <summary>Whether a cell has a figure.</summary>
internal enum CellState
{
    /// <summary>Computed from events.</summary>
    Computed,

    /// <summary>Entered by the unit, since no events say it.</summary>
    Entered,

    /// <summary>The column is no longer reported; the cell is empty, not zero.</summary>
    Closed,
}
