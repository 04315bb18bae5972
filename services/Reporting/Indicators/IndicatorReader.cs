using Npgsql;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Reads the roll-ups. What it costs depends on the months and, as known on an earlier day, on the days that had facts; not on the number of facts.</summary>
internal sealed class IndicatorReader(NpgsqlDataSource dataSource)
{
    /// <summary>Figures of days of their own, as they are known now or as they were known at the end of a day; one without facts is left out.</summary>
    /// <param name="windows">The days that count, by indicator.</param>
    /// <param name="scopes">Regions.</param>
    /// <param name="knownOn">China date; null for now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyDictionary<(string Indicator, string Scope), Figure>> WithinAsync(
        IReadOnlyCollection<KeyValuePair<string, DateWindow>> windows,
        IReadOnlyCollection<string> scopes,
        DateOnly? knownOn,
        CancellationToken cancellationToken)
    {
        var figures = knownOn is null
            ? await NowAsync(new WindowParts(windows), scopes, cancellationToken)
            : await KnownAsync(windows, scopes, knownOn.Value, cancellationToken);
        return figures.ToDictionary(row => row.Of, row => row.Figure);
    }

    private Task<List<((string Indicator, string Scope) Of, Figure Figure)>> NowAsync(
        WindowParts parts, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken) =>
        dataSource.RowsAsync(
            """
            SELECT indicator, scope, sum(value), sum(events)::bigint
            FROM (
                SELECT w.indicator, s.scope, f.value, f.events
                FROM unnest($1, $2, $3) AS w (indicator, since, until) CROSS JOIN unnest($4) AS s (scope) CROSS JOIN LATERAL (
                    SELECT sum(m.value) AS value, sum(m.events) AS events FROM indicator_months m
                    WHERE m.indicator = w.indicator AND m.scope = s.scope AND m.month BETWEEN w.since AND w.until) f
                UNION ALL
                SELECT w.indicator, s.scope, -f.value, -f.events
                FROM unnest($5, $6, $7) AS w (indicator, since, until) CROSS JOIN unnest($4) AS s (scope) CROSS JOIN LATERAL (
                    SELECT sum(d.value) AS value, sum(d.events) AS events FROM indicator_days d
                    WHERE d.indicator = w.indicator AND d.scope = s.scope AND d.business_date BETWEEN w.since AND w.until) f) parts
            GROUP BY indicator, scope
            HAVING sum(events) <> 0 OR sum(value) <> 0
            """,
            [.. parts.Months, scopes.ToArray(), .. parts.Outside],
            FigureOf,
            cancellationToken);

    private Task<List<((string Indicator, string Scope) Of, Figure Figure)>> KnownAsync(
        IReadOnlyCollection<KeyValuePair<string, DateWindow>> windows,
        IReadOnlyCollection<string> scopes,
        DateOnly knownOn,
        CancellationToken cancellationToken) =>
        dataSource.RowsAsync(
            """
            SELECT d.indicator, d.scope, sum(d.value), sum(d.events)::bigint
            FROM unnest($1, $2, $3) AS w (indicator, since, until)
            JOIN indicator_known d ON d.indicator = w.indicator AND d.business_date BETWEEN w.since AND w.until
            WHERE d.scope = ANY ($4) AND d.recorded_on <= $5
            GROUP BY d.indicator, d.scope
            """,
            [
                windows.Select(window => window.Key).ToArray(),
                windows.Select(window => window.Value.From).ToArray(),
                windows.Select(window => window.Value.To).ToArray(),
                scopes.ToArray(),
                knownOn,
            ],
            FigureOf,
            cancellationToken);

    private static ((string Indicator, string Scope) Of, Figure Figure) FigureOf(NpgsqlDataReader row) =>
        ((row.GetString(0), row.GetString(1)), new Figure(row.GetDecimal(2), row.GetInt64(3)));

    /// <summary>
    /// The events behind a figure by business date, with what each adds as far as all that is known now: their contributions sum up to the figure. An
    /// event whose key was already counted adds nothing; of a figure that counts among another, nets or replaces, only events that change it are listed,
    /// with a line for each key that they change.
    /// </summary>
    public async Task<IReadOnlyList<CountedEvent>> EventsAsync(
        Indicator indicator, string scope, DateWindow window, EventCursor after, int limit, CancellationToken cancellationToken) =>
        await dataSource.RowsAsync(
            """
            WITH lines AS (
                SELECT e.business_date, e.position, 0 AS line, sum(CASE WHEN e.key IS NULL THEN e.amount ELSE coalesce(s.change, 0) END) AS contribution
                FROM indicator_events e
                LEFT JOIN indicator_steps s ON s.indicator = e.indicator AND s.scope = e.scope AND s.key = e.key
                    AND s.business_date = e.business_date AND s.position = e.position AND s.part = e.part
                WHERE $8 AND e.indicator = $1 AND e.scope = $2 AND e.business_date BETWEEN $9 AND $3
                    AND (e.business_date, e.position, 0) > ($4, $5, $6)
                GROUP BY e.business_date, e.position
                UNION ALL
                SELECT s.business_date, s.position, s.part + 1, s.change
                FROM indicator_steps s
                WHERE s.is_listed AND s.indicator = $1 AND s.scope = $2 AND s.business_date BETWEEN $9 AND $3
                    AND (s.business_date, s.position, s.part + 1) > ($4, $5, $6)
                ORDER BY business_date, position, line
                LIMIT $7)
            SELECT f.event_id, f.source, f.sequence, f.type, f.region, l.business_date, l.position, l.line, l.contribution
            FROM lines l JOIN indicator_facts f ON f.position = l.position
            ORDER BY l.business_date, l.position, l.line
            """,
            [indicator.Id, scope, window.To, after.Date, after.Position, after.Line, limit, indicator.Counting is Counting.Each or Counting.Distinct, window.From],
            EventOf,
            cancellationToken);

    /// <summary>
    /// The events behind a figure as they were known at the end of a day, with what each changed when it came to be known: their contributions sum up to the
    /// figure as it was known then. An event that changed several days is listed under each.
    /// </summary>
    public async Task<IReadOnlyList<CountedEvent>> EventsKnownAsync(
        Indicator indicator, string scope, DateWindow window, DateOnly knownOn, EventCursor after, int limit, CancellationToken cancellationToken) =>
        await dataSource.RowsAsync(
            """
            WITH lines AS (
                SELECT e.business_date, e.position, e.amount AS contribution FROM indicator_events e
                WHERE e.indicator = $1 AND e.scope = $2 AND e.business_date BETWEEN $3 AND $4 AND e.key IS NULL
                UNION ALL
                SELECT c.business_date, c.position, c.change FROM indicator_changes c
                WHERE c.indicator = $1 AND c.scope = $2 AND c.business_date BETWEEN $3 AND $4)
            SELECT f.event_id, f.source, f.sequence, f.type, f.region, l.business_date, l.position, 0, sum(l.contribution)
            FROM lines l JOIN indicator_facts f ON f.position = l.position
            WHERE f.recorded_on <= $5 AND (l.business_date, l.position) > ($6, $7)
            GROUP BY f.position, l.business_date, l.position
            ORDER BY l.business_date, l.position
            LIMIT $8
            """,
            [indicator.Id, scope, window.From, window.To, knownOn, after.Date, after.Position, limit],
            EventOf,
            cancellationToken);

    private static CountedEvent EventOf(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.Date(5), row.GetDecimal(8))
    {
        Cursor = new EventCursor(row.Date(5), row.GetInt64(6), row.GetInt32(7)),
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
