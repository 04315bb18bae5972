using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Targets;

/// <summary>What a region has reached of a target.</summary>
/// <param name="Count">The figure; of a share, its part.</param>
/// <param name="Whole">Of a share, what it is a part of; otherwise null.</param>
internal sealed record Standing(decimal Count, decimal? Whole)
{
    /// <summary>The figure, or the share; null for a share of nothing.</summary>
    public decimal? Value => Whole switch
    {
        null => Count,
        0 => null,
        _ => Count / Whole,
    };

    /// <summary>What a region has reached at the end of the figures.</summary>
    public static Standing Of(MeasuredTarget target, RegionCode scope, MonthlyFigures figures) =>
        new(figures.Total(target.Count, scope), target.Whole is { } whole ? figures.Total(whole, scope) : null);

    /// <summary>What a region had reached at the end of a month.</summary>
    public static Standing Of(MeasuredTarget target, RegionCode scope, MonthlyFigures figures, YearMonth month) => new(
        figures.Through(target.Count, scope, month), target.Whole is { } whole ? figures.Through(whole, scope, month) : null);

    /// <summary>Whether it meets the goal; a share is compared without dividing.</summary>
    public bool Meets(MeasuredTarget target) =>
        Whole is { } whole ? target.Goal.IsMetByShare(Count, whole) : target.Goal.IsMet(Count);
}
