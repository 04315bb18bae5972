using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Forms;

/// <summary>The form of one unit and month.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="DueOn">Day it is due; figures count up to it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Version">Number of the figures that are shown as <c>submitted</c>; null while there are none.</param>
/// <param name="Submission">How it was submitted last; null before the first time.</param>
/// <param name="Return">Why it was given back; null unless it was.</param>
/// <param name="Approval">Who agreed to it; null unless it is approved.</param>
/// <param name="Lock">Since when it is locked, and by whom; null unless it is, or is open again.</param>
/// <param name="Unlock">Until when it is open again; null unless it is, or is submitted anew.</param>
/// <param name="UnlockRequest">The unit's wish to open it again.</param>
/// <param name="Restatement">What it is to be restated to.</param>
/// <param name="Cells">The columns with their figures as of now.</param>
/// <param name="Checks">What the checks say about these figures.</param>
internal sealed record FormView(
    string Form,
    string Title,
    UnitView Unit,
    YearMonth Month,
    DateOnly DueOn,
    FormProgress State,
    int? Version,
    SubmissionView? Submission,
    ReturnView? Return,
    StepView? Approval,
    LockView? Lock,
    UnlockView? Unlock,
    StepView? UnlockRequest,
    RestatementView? Restatement,
    IReadOnlyList<CellView> Cells,
    IReadOnlyList<CheckOutcome> Checks);

/// <summary>A reporting unit.</summary>
/// <param name="Region">GB/T 2260 code; of a college its identification code.</param>
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
/// <param name="Value">Figure to report as of now: computed and corrected, or entered; null where the column is closed or nothing is entered.</param>
/// <param name="State">Where the figure comes from.</param>
/// <param name="Computed">What the events say; null where the column is closed or entered.</param>
/// <param name="Adjustment">What the corrections in force add; null without any.</param>
/// <param name="Submitted">Figure as submitted, locked or restated; null while there is none.</param>
/// <param name="Definition">What is counted.</param>
/// <param name="Note">Where an entered figure comes from.</param>
/// <param name="Corrections">Corrections in force; null without any.</param>
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
    decimal? Computed,
    decimal? Adjustment,
    decimal? Submitted,
    string Definition,
    string? Note,
    IReadOnlyList<CorrectionInForce>? Corrections,
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
/// <param name="Version">Number of the figures that stand; null while there are none.</param>
/// <param name="Submission">How it was submitted last; null before the first time.</param>
/// <param name="Cells">Its figures.</param>
internal sealed record UnitRow(UnitView Unit, FormProgress State, int? Version, SubmissionView? Submission, IReadOnlyList<UnitCell> Cells);

/// <summary>A figure of a unit's line.</summary>
/// <param name="Column">Number of the column.</param>
/// <param name="Value">Figure to report as of now; null where there is none.</param>
/// <param name="Submitted">Figure that stands: locked, or submitted and not returned; null where there is none.</param>
/// <param name="Adjustment">What the corrections in force add; null without any.</param>
/// <param name="EventCount">Number of events behind the figure.</param>
/// <param name="Events">Where these events are, relative to the address of the province's form.</param>
internal sealed record UnitCell(int Column, decimal? Value, decimal? Submitted, decimal? Adjustment, long? EventCount, string? Events);

/// <summary>Where a form stands.</summary>
internal enum FormProgress
{
    /// <summary>Still compiled.</summary>
    Open,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Given back to the unit.</summary>
    Returned,

    /// <summary>Agreed to by the level above.</summary>
    Approved,

    /// <summary>Closed; a restated form is locked too.</summary>
    Locked,

    /// <summary>Open again up to a day.</summary>
    Unlocked,
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
