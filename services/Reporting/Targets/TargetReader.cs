using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Targets;

/// <summary>Reads targets against actuals from the roll-ups, in one query however many targets and regions.</summary>
internal sealed class TargetReader(NpgsqlDataSource dataSource, TargetBook book, TargetRegions regions)
{
    /// <summary>What targets of one year reached in some regions, up to a day.</summary>
    public async Task<MonthlyFigures> FiguresAsync(
        IEnumerable<MeasuredTarget> targets, IEnumerable<Region> scopes, DateOnly upTo, CancellationToken cancellationToken)
    {
        var months = await dataSource.RowsAsync(
            """
            SELECT indicator, scope, month, value FROM indicator_months
            WHERE indicator = ANY ($1) AND scope = ANY ($2) AND month < $3
            UNION ALL
            SELECT indicator, scope, $3, sum(value) FROM indicator_days
            WHERE indicator = ANY ($1) AND scope = ANY ($2) AND business_date BETWEEN $3 AND $4
            GROUP BY 1, 2
            """,
            [
                targets.SelectMany(target => target.Indicators).Select(indicator => indicator.Id).Distinct().ToArray(),
                scopes.Select(scope => scope.Code.Value).Distinct().ToArray(),
                YearMonth.Of(upTo).FirstDay,
                upTo,
            ],
            row => (Of: (row.GetString(0), row.GetString(1)), Month: (YearMonth.Of(row.Date(2)), row.GetDecimal(3))),
            cancellationToken);
        return new MonthlyFigures(months.ToLookup(row => row.Of, row => row.Month));
    }

    /// <summary>Targets of one year as of a day, with their pace.</summary>
    public async Task<IReadOnlyList<TargetView>> ReadAsync(
        IReadOnlyList<MeasuredTarget> targets, DateOnly day, CancellationToken cancellationToken)
    {
        var figures = await FiguresAsync(targets, targets.Select(target => target.Region), day, cancellationToken);
        return [.. targets.Select(target => TargetView.Of(target, target.Within(day), figures))];
    }

    /// <summary>A target as of a day, by those of its regions that may be seen and by month.</summary>
    public async Task<TargetDetail> ReadDetailAsync(
        MeasuredTarget target, DateOnly day, Func<Region, bool> maySee, CancellationToken cancellationToken)
    {
        var parts = regions.PartsOf(target.Region.Code).Where(maySee).ToList();
        var asOf = target.Within(day);
        var figures = await FiguresAsync([target], [target.Region, .. parts], asOf, cancellationToken);
        return new TargetDetail(
            TargetView.Of(target, asOf, figures), [.. parts.Select(part => ActualOf(target, part, figures))], MonthsOf(target, asOf, figures));
    }

    /// <summary>The regions of a target in order. Everybody whom the target concerns sees all of them.</summary>
    public async Task<LeagueView> ReadLeagueAsync(MeasuredTarget target, DateOnly day, CancellationToken cancellationToken)
    {
        var parts = regions.PartsOf(target.Region.Code);
        var asOf = target.Within(day);
        var figures = await FiguresAsync([target], [target.Region, .. parts], asOf, cancellationToken);
        return new LeagueView(
            TargetView.Of(target, asOf, figures), LeagueTable.Of(target, parts, figures, book.SmallNumbers), book.SmallNumbers);
    }

    private static RegionActual ActualOf(MeasuredTarget target, Region part, MonthlyFigures figures)
    {
        var standing = Standing.Of(target, part.Code, figures);
        return new RegionActual(part.Code.Value, part.Name, standing.Count, standing.Whole);
    }

    private static List<MonthActual> MonthsOf(MeasuredTarget target, DateOnly asOf, MonthlyFigures figures)
    {
        var months = new List<MonthActual>();
        for (var month = YearMonth.Of(target.StartsOn); month <= YearMonth.Of(asOf); month = month.AddMonths(1))
        {
            var standing = Standing.Of(target, target.Region.Code, figures, month);
            months.Add(new MonthActual(month, figures.Added(target.Count, target.Region.Code, month), standing.Count, standing.Whole));
        }

        return months;
    }
}
