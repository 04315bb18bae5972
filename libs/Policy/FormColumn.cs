namespace YouthPlatform.Policy;

/// <summary>
/// A column of a form: what it is called, and either how it is counted from public events or that the reporting unit enters it.
/// </summary>
/// <param name="Number">Number as printed.</param>
/// <param name="Group">Heading as printed.</param>
/// <param name="Subgroup">Heading below it as printed; null for none.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Unit">Unit as printed: 人, 个, 场, 人次.</param>
/// <param name="Definition">What is counted, in a sentence for officials.</param>
public sealed record FormColumn(int Number, string Group, string? Subgroup, string Name, string Unit, string Definition)
{
    /// <summary>
    /// The figure cannot come from events: the unit enters it with a note, each time anew. Such a column has no measure, event types or
    /// date field, and what is entered is the figure of the form as a whole, whatever <see cref="Span"/> says it covers.
    /// </summary>
    public bool Entered { get; init; }

    /// <summary>How facts are counted; null of an entered column.</summary>
    public FormMeasure? Measure { get; init; }

    /// <summary>Public event types that count; none of an entered column.</summary>
    public IReadOnlyList<string> EventTypes { get; init; } = [];

    /// <summary>Field of the event that holds the business date; null of an entered column.</summary>
    public string? DateField { get; init; }

    /// <summary>What an event must hold to count: all of these.</summary>
    public IReadOnlyList<FormFilter> Filters { get; init; } = [];

    /// <summary>Only what column <c>Among</c> has counted before counts here (24 among 23, 26 among 25), so that it never exceeds it.</summary>
    public int? Among { get; init; }

    /// <summary>Events after which something counts no longer or for less; null for none. Of a distinct count or a sum.</summary>
    public FormEnding? EndedBy { get; init; }

    /// <summary>Events whose figure takes the place of an earlier one; null for none. Of a sum.</summary>
    public FormReplacement? ReplacedBy { get; init; }

    /// <summary>Last business date reported; later forms leave the column empty.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The time that a figure covers.</summary>
    public FormSpan Span { get; init; }

    /// <summary>Whether the form of a month reports the column. A closed column is empty, not zero.</summary>
    public bool IsReportedIn(YearMonth month) => ClosesOn is not { } closes || month <= YearMonth.Of(closes);

    /// <summary>What is wrong with the column by itself; null when nothing is.</summary>
    internal string? Problem() => this switch
    {
        { Entered: true } => IsCounted() ? "is entered and has a measure, event types or other members that say how it is counted" : null,
        { Measure: null } or { DateField: null } or { EventTypes.Count: 0 } => "is not entered and lacks its measure, event types or date field",
        _ when Among >= Number => "counts among itself or a later column",
        _ when (Measure.Kind == FormMeasureKind.Count) != (Measure.Field is null) => "has a measure that lacks a field, or a count with one",
        _ => null,
    };

    private bool IsCounted() =>
        (Measure ?? DateField ?? Among ?? EndedBy ?? (object?)ReplacedBy) is not null || EventTypes.Count > 0 || Filters.Count > 0;
}

/// <summary>The time that a figure of a form covers.</summary>
public enum FormSpan
{
    /// <summary>From the first day that the form counts up to its due day.</summary>
    Cumulative,

    /// <summary>From 1 January of the form's year, or the first day that the form counts if that is later, up to its due day.</summary>
    Year,

    /// <summary>
    /// What came since the form of the month before: from the day after its due day up to the due day. Of a distinct count, those who are counted
    /// for the first time, less those who no longer count.
    /// </summary>
    Month,
}

/// <summary>How facts become a figure.</summary>
/// <param name="Kind">Way of counting.</param>
/// <param name="Field">Field that is summed or whose distinct values are counted; null when events are counted.</param>
public sealed record FormMeasure(FormMeasureKind Kind, string? Field = null);

/// <summary>Ways of counting.</summary>
public enum FormMeasureKind
{
    /// <summary>Number of events.</summary>
    Count,

    /// <summary>Sum of a field.</summary>
    Sum,

    /// <summary>Number of distinct values of a field.</summary>
    Distinct,
}

/// <summary>A condition on a field of an event.</summary>
/// <param name="Field">The field.</param>
/// <param name="In">Values that count, as texts.</param>
public sealed record FormFilter(string Field, IReadOnlyList<string> In);

/// <summary>
/// When something that was counted ends: a subsidy that was paid and clawed back in full, say. What is counted are items; an item counts from the
/// day on which its balance is above zero to the day on which it is not any more, and a key of a distinct count for as long as one of its items does.
/// </summary>
/// <param name="Item">Fields that together name the item, in the events that begin it as in those that end it.</param>
/// <param name="Events">The events that end it or take from it.</param>
/// <param name="Amount">Field of the amount that is added or taken; null where an item begins and ends as a whole. Of a sum, the field that is summed is taken.</param>
public sealed record FormEnding(IReadOnlyList<string> Item, IReadOnlyList<FormLaterEvent> Events, string? Amount = null);

/// <summary>What replaces a figure from its day on: the openings of a post that was changed, say. Only what began within the form's days is replaced.</summary>
/// <param name="Key">Field that names what the figure is of, in both kinds of events.</param>
/// <param name="Events">The events that replace it; they hold the field that is summed and those that filters look at.</param>
public sealed record FormReplacement(string Key, IReadOnlyList<FormLaterEvent> Events);

/// <summary>An event that changes what another one counts for.</summary>
/// <param name="EventType">Public event type.</param>
/// <param name="DateField">Field of the day from which on it does.</param>
/// <param name="Why">Code of the reason, such as <c>clawed_back</c>.</param>
/// <param name="Reason">The reason in words for officials.</param>
public sealed record FormLaterEvent(string EventType, string DateField, string Why, string Reason);
