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
/// Id of a distinct count: a key counts here only on or after the day on which it was first counted there. Null for none.
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
    /// <summary>Whether a business date counts.</summary>
    public bool Covers(DateOnly date) => date >= From && (To is null || date <= To);
}
