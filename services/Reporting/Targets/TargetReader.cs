using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Targets;

/// <summary>Reads targets against actuals from the roll-ups.</summary>
internal sealed class TargetReader(IndicatorReader indicators, Regions regions)
{
    /// <summary>A target as of a day.</summary>
    public async Task<TargetView> ReadAsync(MeasuredTarget target, DateOnly asOf, CancellationToken cancellationToken)
    {
        var scope = target.Region.Code.Value;
        var figures = await indicators.CumulativeAsync(IdsOf(target), [scope], asOf, cancellationToken);
        return ViewOf(target, asOf, ValueOf(figures, target.Count, scope), WholeOf(figures, target, scope));
    }

    /// <summary>A target as of a day, by region and month.</summary>
    public async Task<TargetDetail> ReadDetailAsync(
        MeasuredTarget target, DateOnly asOf, Caller caller, CancellationToken cancellationToken)
    {
        var parts = target.Region.Level == RegionLevel.Province
            ? regions.PrefecturesOf(target.Region.Code).Where(part => caller.Covers(part.Code)).ToList()
            : [];
        var figures = await indicators.CumulativeAsync(
            IdsOf(target), [.. parts.Select(part => part.Code.Value)], asOf, cancellationToken);
        return new TargetDetail(
            await ReadAsync(target, asOf, cancellationToken),
            [.. parts.Select(part => new RegionActual(
                part.Code.Value, part.Name, ValueOf(figures, target.Count, part.Code.Value), WholeOf(figures, target, part.Code.Value)))],
            await MonthsAsync(target, asOf, cancellationToken));
    }

    private static TargetView ViewOf(MeasuredTarget target, DateOnly asOf, decimal count, decimal? whole)
    {
        decimal? share = whole switch
        {
            null => count / target.Goal.Value,
            0 => null,
            _ => count / whole,
        };
        var rounded = share is null ? (decimal?)null : decimal.Round(share.Value, 4, MidpointRounding.ToZero);
        return new TargetView(
            target.Key,
            target.Year,
            target.Region.Code.Value,
            target.Region.Name,
            target.Name,
            target.Definition,
            target.Version.Clause,
            target.Goal.ToString(),
            target.Goal.Value,
            target.Unit,
            asOf,
            whole is null ? count : rounded,
            rounded,
            whole is null ? target.Goal.IsMet(count) : target.Goal.IsMetByShare(count, whole.Value),
            whole is null ? null : count,
            whole);
    }

    private static string[] IdsOf(MeasuredTarget target) =>
        target.Whole is null ? [target.Count.Id] : [target.Count.Id, target.Whole.Id];

    private static decimal ValueOf(
        IReadOnlyDictionary<(string Indicator, string Scope), Figure> figures, Indicator indicator, string scope) =>
        figures.GetValueOrDefault((indicator.Id, scope), Figure.Zero).Value;

    private static decimal? WholeOf(
        IReadOnlyDictionary<(string Indicator, string Scope), Figure> figures, MeasuredTarget target, string scope) =>
        target.Whole is null ? null : ValueOf(figures, target.Whole, scope);

    private async Task<IReadOnlyList<MonthActual>> MonthsAsync(MeasuredTarget target, DateOnly asOf, CancellationToken cancellationToken)
    {
        var scope = target.Region.Code.Value;
        var counts = await indicators.MonthlyAsync(target.Count.Id, scope, asOf, cancellationToken);
        var wholes = target.Whole is null ? null : await indicators.MonthlyAsync(target.Whole.Id, scope, asOf, cancellationToken);
        var months = new List<MonthActual>();
        decimal count = 0, whole = 0;
        for (var month = new YearMonth(target.Year, 1); month <= YearMonth.Of(asOf); month = month.AddMonths(1))
        {
            var added = counts.GetValueOrDefault(month.FirstDay);
            count += added;
            whole += wholes?.GetValueOrDefault(month.FirstDay) ?? 0;
            months.Add(new MonthActual(month, added, count, wholes is null ? null : whole));
        }

        return months;
    }
}
