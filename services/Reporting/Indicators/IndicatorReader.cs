using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Reads the roll-ups. What it costs depends on the days that had facts, not on the number of facts.</summary>
internal sealed class IndicatorReader(NpgsqlDataSource dataSource)
{
    /// <summary>Figures cumulated up to a day; an indicator and region without facts is left out.</summary>
    public async Task<IReadOnlyDictionary<(string Indicator, string Scope), Figure>> CumulativeAsync(
        IReadOnlyCollection<string> indicators, IReadOnlyCollection<string> scopes, DateOnly upTo, CancellationToken cancellationToken)
    {
        var figures = await dataSource.RowsAsync(
            """
            SELECT indicator, scope, sum(value), sum(events)::bigint FROM indicator_days
            WHERE indicator = ANY ($1) AND scope = ANY ($2) AND business_date <= $3
            GROUP BY indicator, scope
            """,
            [indicators.ToArray(), scopes.ToArray(), upTo],
            row => (Of: (row.GetString(0), row.GetString(1)), Figure: new Figure(row.GetDecimal(2), row.GetInt64(3))),
            cancellationToken);
        return figures.ToDictionary(row => row.Of, row => row.Figure);
    }

    /// <summary>What each month up to a day added to the figure of a region.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, decimal>> MonthlyAsync(
        string indicator, string scope, DateOnly upTo, CancellationToken cancellationToken)
    {
        var months = await dataSource.RowsAsync(
            """
            SELECT date_trunc('month', business_date)::date, sum(value) FROM indicator_days
            WHERE indicator = $1 AND scope = $2 AND business_date <= $3
            GROUP BY 1
            """,
            [indicator, scope, upTo],
            row => (Month: row.Date(0), Added: row.GetDecimal(1)),
            cancellationToken);
        return months.ToDictionary(row => row.Month, row => row.Added);
    }

    /// <summary>
    /// The events behind a figure by business date, with what each adds: their contributions sum up to the figure. An event whose key
    /// was already counted adds nothing; of an indicator that counts among another only the events that add something are its own.
    /// </summary>
    public async Task<IReadOnlyList<CountedEvent>> EventsAsync(
        Indicator indicator, string scope, DateOnly upTo, EventCursor after, int limit, CancellationToken cancellationToken) =>
        await dataSource.RowsAsync(
            """
            SELECT e.event_id, e.source, e.sequence, e.type, e.region, e.business_date, e.position,
                CASE WHEN e.key IS NULL THEN e.amount WHEN k.position = e.position THEN 1 ELSE 0 END
            FROM indicator_events e
            LEFT JOIN indicator_keys k ON k.indicator = e.indicator AND k.scope = e.scope AND k.key = e.key
            WHERE e.indicator = $1 AND e.scope = $2 AND e.business_date <= $3 AND (e.business_date, e.position) > ($4, $5)
                AND (NOT $7 OR k.position = e.position)
            ORDER BY e.business_date, e.position
            LIMIT $6
            """,
            [indicator.Id, scope, upTo, after.Date, after.Position, limit, indicator.Among is not null],
            EventOf,
            cancellationToken);

    private static CountedEvent EventOf(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.Date(5), row.GetDecimal(7))
    {
        Cursor = new EventCursor(row.Date(5), row.GetInt64(6)),
    };
}

/// <summary>A cumulative figure.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Events">Number of events behind it.</param>
internal sealed record Figure(decimal Value, long Events)
{
    /// <summary>Nothing happened.</summary>
    public static Figure Zero { get; } = new(0, 0);
}
