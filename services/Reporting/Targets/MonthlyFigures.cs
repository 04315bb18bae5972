using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Targets;

/// <summary>What each month up to a day added to figures of regions; one without facts has added nothing.</summary>
internal sealed class MonthlyFigures(ILookup<(string Indicator, string Scope), (YearMonth Month, decimal Added)> months)
{
    /// <summary>The figure at the end.</summary>
    public decimal Total(Indicator indicator, RegionCode scope) => months[(indicator.Id, scope.Value)].Sum(month => month.Added);

    /// <summary>The figure at the end of a month.</summary>
    public decimal Through(Indicator indicator, RegionCode scope, YearMonth last) =>
        months[(indicator.Id, scope.Value)].Where(month => month.Month <= last).Sum(month => month.Added);

    /// <summary>What a month added.</summary>
    public decimal Added(Indicator indicator, RegionCode scope, YearMonth month) =>
        months[(indicator.Id, scope.Value)].Where(added => added.Month == month).Sum(added => added.Added);
}
