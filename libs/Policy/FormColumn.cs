namespace YouthPlatform.Policy;

/// <summary>A column of a form: what it is called and how it is counted from public events.</summary>
/// <param name="Number">Number as printed.</param>
/// <param name="Group">Heading as printed.</param>
/// <param name="Subgroup">Heading below it as printed; null for none.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Unit">Unit as printed: 人, 个, 场, 人次.</param>
/// <param name="Definition">What is counted, in a sentence for officials.</param>
/// <param name="Measure">How facts are counted.</param>
/// <param name="EventTypes">Public event types that count.</param>
/// <param name="DateField">Field of the event that holds the business date.</param>
public sealed record FormColumn(
    int Number,
    string Group,
    string? Subgroup,
    string Name,
    string Unit,
    string Definition,
    FormMeasure Measure,
    IReadOnlyList<string> EventTypes,
    string DateField)
{
    /// <summary>What an event must hold to count: all of these.</summary>
    public IReadOnlyList<FormFilter> Filters { get; init; } = [];

    /// <summary>Only what column <c>Among</c> has counted before counts here (24 among 23, 26 among 25), so that it never exceeds it.</summary>
    public int? Among { get; init; }

    /// <summary>Last business date reported; later forms leave the column empty.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>Whether the form of a month reports the column. A closed column is empty, not zero.</summary>
    public bool IsReportedIn(YearMonth month) => ClosesOn is not { } closes || month <= YearMonth.Of(closes);
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
