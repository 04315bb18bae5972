using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>A figure as data: which events count, how, where and when.</summary>
/// <param name="Id">Stable id, such as <c>h32_progress.5</c>.</param>
/// <param name="EventTypes">CloudEvents types that count.</param>
/// <param name="DateField">Field of the business date.</param>
/// <param name="Filters">Values that fields must have; all conditions hold.</param>
/// <param name="Measure">How events count.</param>
/// <param name="Levels">Region levels at which the figure is kept. A distinct count of a province is not the sum of its prefectures.</param>
/// <param name="From">First business date that counts.</param>
/// <param name="To">Last business date that counts; null for no limit.</param>
/// <param name="Among">
/// Id of a distinct count: a key counts here only while it counts there, and for what happened on or after the day on which it began there. Null for none.
/// </param>
internal sealed record Indicator(
    string Id,
    IReadOnlyList<string> EventTypes,
    string DateField,
    IReadOnlyList<FormFilter> Filters,
    FormMeasure Measure,
    IReadOnlyList<RegionLevel> Levels,
    DateOnly From,
    DateOnly? To,
    string? Among = null)
{
    /// <summary>Events that end what was counted; null for none.</summary>
    public FormEnding? EndedBy { get; init; }

    /// <summary>Events that replace a figure; null for none.</summary>
    public FormReplacement? ReplacedBy { get; init; }

    /// <summary>Field that names the college whose figure it is; null where it is a region's.</summary>
    public string? CollegeField { get; init; }

    /// <summary>What a key of it is counted as.</summary>
    public Counting Counting => this switch
    {
        { Among: not null } => Counting.Among,
        { Measure.Kind: FormMeasureKind.Distinct } => Counting.Distinct,
        { ReplacedBy: not null } => Counting.Latest,
        { EndedBy: not null } => Counting.Net,
        _ => Counting.Each,
    };

    /// <summary>Whether a business date counts.</summary>
    public bool Covers(DateOnly date) => date >= From && (To is null || date <= To);
}

/// <summary>How the events of a key make a figure.</summary>
internal enum Counting
{
    /// <summary>There are no keys: each event counts for itself.</summary>
    Each,

    /// <summary>A key counts once while one of its items has a balance above zero.</summary>
    Distinct,

    /// <summary>The same, and only among the keys of another figure.</summary>
    Among,

    /// <summary>A key is an item and counts for its balance, never below zero.</summary>
    Net,

    /// <summary>A key counts for what its newest event says.</summary>
    Latest,
}
