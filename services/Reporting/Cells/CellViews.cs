using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Cells;

/// <summary>What a cell of a form says, and how it came to say so.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Title">Chinese title of the form.</param>
/// <param name="Clause">Where the document sets the form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Column">Number of the column.</param>
/// <param name="Name">Headings of the column, from the widest.</param>
/// <param name="MeasuredIn">Unit of the figure.</param>
/// <param name="Definition">What is counted.</param>
/// <param name="Rule">How it is counted.</param>
/// <param name="From">First business date that counts.</param>
/// <param name="To">Last business date that counts.</param>
/// <param name="AsKnownOn">The day at whose end the figure was known so; null for now.</param>
/// <param name="Value">The figure.</param>
/// <param name="EventCount">Number of events behind it.</param>
/// <param name="Submission">What was submitted; null while nothing was.</param>
/// <param name="Events">Where the events are, relative to the address of the form.</param>
/// <param name="Changes">Where it is told what changed since a day or since the submission.</param>
internal sealed record CellExplanation(
    string Form,
    string Title,
    string Clause,
    UnitView Unit,
    YearMonth Month,
    int Column,
    IReadOnlyList<string> Name,
    string MeasuredIn,
    string Definition,
    CountingRule Rule,
    DateOnly From,
    DateOnly To,
    DateOnly? AsKnownOn,
    decimal Value,
    long EventCount,
    SubmittedCell? Submission,
    string Events,
    string Changes);

/// <summary>How a column is counted, in codes and in words.</summary>
/// <param name="Measure">The way of counting, in words.</param>
/// <param name="EventTypes">CloudEvents types that count.</param>
/// <param name="DateField">Field of the business date.</param>
/// <param name="Filters">What events must hold, in words; all of these.</param>
/// <param name="Ends">What ends or replaces a figure, in words.</param>
/// <param name="Among">The column among which it counts, in words; null for none.</param>
internal sealed record CountingRule(
    string Measure,
    IReadOnlyList<string> EventTypes,
    string DateField,
    IReadOnlyList<string> Filters,
    IReadOnlyList<string> Ends,
    string? Among);

/// <summary>A figure as it was submitted last.</summary>
/// <param name="On">China date.</param>
/// <param name="By">Account.</param>
/// <param name="Value">The computed figure then, without the unit's corrections.</param>
/// <param name="Difference">The computed figure now less that one.</param>
internal sealed record SubmittedCell(DateOnly On, string By, decimal Value, decimal Difference);

/// <summary>What became of a cell since a day or since its submission.</summary>
/// <param name="Since">The day at whose end it begins; of a submission the day of it.</param>
/// <param name="Then">The figure then.</param>
/// <param name="Now">The figure now.</param>
/// <param name="Difference">Now less then: what the changes add up to, over all pages.</param>
/// <param name="Items">Events that came to be known since and changed the figure, in the order in which they came.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
internal sealed record CellChanges(
    DateOnly Since, decimal Then, decimal Now, decimal Difference, IReadOnlyList<CellChange> Items, string? Next);

/// <summary>An event that changed a figure when it came to be known.</summary>
/// <param name="Id">Id of the public event, as in the feed of its service.</param>
/// <param name="Source">Service that published it.</param>
/// <param name="Sequence">Position in the public log of that service.</param>
/// <param name="Type">CloudEvents type with version.</param>
/// <param name="BusinessDate">China date on which it counts; the earliest, if it changes several days.</param>
/// <param name="RecordedOn">China date on which it came to be known.</param>
/// <param name="Change">What the figure grew by.</param>
/// <param name="Why">Code of the reason: <c>new</c>, <c>late</c>, <c>corrected</c>, <c>withdrawn</c>, <c>merged</c>, <c>unmerged</c>, or one of the definition.</param>
/// <param name="Reason">The reason in words.</param>
internal sealed record CellChange(
    Guid Id,
    string Source,
    long Sequence,
    string Type,
    DateOnly BusinessDate,
    DateOnly RecordedOn,
    decimal Change,
    string Why,
    string Reason);

/// <summary>A cell as it is addressed and defined.</summary>
/// <param name="Form">The form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Column">The column.</param>
internal sealed record Cell(FormDefinition Form, ReportingUnit Unit, YearMonth Month, FormColumn Column)
{
    /// <summary>Its figure.</summary>
    public Indicator Indicator => FormFigures.IndicatorOf(Form, Column);

    /// <summary>The business dates that count.</summary>
    public DateWindow Window => Form.Window(Column, Month);
}
