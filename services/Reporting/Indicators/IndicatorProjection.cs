using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>
/// Rolls facts up by indicator, region and day. A key of a distinct count is credited to the day on which it was first seen;
/// when an earlier fact arrives late, the credit moves, so the sum up to any day is exact in whatever order facts come.
/// </summary>
internal sealed class IndicatorProjection(IndicatorEngine engine) : IProjection
{
    public const string ProjectionName = "indicators";

    private static readonly Table[] Own =
    [
        new Table<(string, string, DateOnly, long)>("indicator_events", "indicator", "scope", "business_date", "position"),
        new Table<(string, string, string)>("indicator_keys", "indicator", "scope", "key"),
        new Table<(string, string, DateOnly)>("indicator_days", "indicator", "scope", "business_date"),
    ];

    private const string Event = """
        INSERT INTO indicator_events
            (indicator, scope, business_date, position, event_id, source, sequence, type, region, key, amount)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string Day = """
        INSERT INTO indicator_days AS d (indicator, scope, business_date, value, events) VALUES ($1, $2, $3, $4, 1)
        ON CONFLICT (indicator, scope, business_date)
        DO UPDATE SET value = d.value + excluded.value, events = d.events + excluded.events
        """;

    private const string FirstSeen = """
        WITH before AS (
            SELECT business_date FROM indicator_keys WHERE indicator = $1 AND scope = $2 AND key = $3),
        earlier AS (
            INSERT INTO indicator_keys AS k (indicator, scope, key, business_date, position) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (indicator, scope, key)
            DO UPDATE SET business_date = excluded.business_date, position = excluded.position
            WHERE (excluded.business_date, excluded.position) < (k.business_date, k.position)
            RETURNING 1),
        changes AS (
            SELECT $4 AS business_date, (SELECT count(*) FROM earlier) AS value, 1 AS events
            UNION ALL
            SELECT business_date, -1, 0 FROM before WHERE EXISTS (SELECT FROM earlier))
        INSERT INTO indicator_days AS d (indicator, scope, business_date, value, events)
        SELECT $1, $2, business_date, sum(value), sum(events) FROM changes GROUP BY business_date
        ON CONFLICT (indicator, scope, business_date)
        DO UPDATE SET value = d.value + excluded.value, events = d.events + excluded.events
        """;

    /// <summary>
    /// Counts a key among those of another indicator ($4): credited to its first event on or after the day it was counted there. Either may
    /// come to be known later than the other, so it is settled again whenever one of them changes.
    /// </summary>
    private const string Among = """
        WITH best AS (
            SELECT e.business_date, e.position
            FROM indicator_events e
            JOIN indicator_keys base ON base.indicator = $4 AND base.scope = $2 AND base.key = $3
            WHERE e.indicator = $1 AND e.scope = $2 AND e.key = $3 AND e.business_date >= base.business_date
            ORDER BY e.business_date, e.position LIMIT 1),
        before AS (
            SELECT business_date FROM indicator_keys WHERE indicator = $1 AND scope = $2 AND key = $3),
        credited AS (
            INSERT INTO indicator_keys (indicator, scope, key, business_date, position)
            SELECT $1, $2, $3, business_date, position FROM best
            ON CONFLICT (indicator, scope, key) DO UPDATE SET business_date = excluded.business_date, position = excluded.position),
        changes AS (
            SELECT business_date, 1 AS change FROM best
            UNION ALL
            SELECT business_date, -1 FROM before)
        INSERT INTO indicator_days AS d (indicator, scope, business_date, value, events)
        SELECT $1, $2, business_date, sum(change), sum(change) FROM changes GROUP BY business_date HAVING sum(change) <> 0
        ON CONFLICT (indicator, scope, business_date)
        DO UPDATE SET value = d.value + excluded.value, events = d.events + excluded.events
        """;

    public string Name => ProjectionName;

    public IReadOnlyList<Table> Tables => Own;

    public string Schema => """
        CREATE TABLE IF NOT EXISTS indicator_events (
            indicator text COLLATE "C" NOT NULL,
            scope text COLLATE "C" NOT NULL,
            business_date date NOT NULL,
            position bigint NOT NULL,
            event_id uuid NOT NULL,
            source text NOT NULL,
            sequence bigint NOT NULL,
            type text NOT NULL,
            region text NOT NULL,
            key text COLLATE "C",
            amount numeric NOT NULL,
            PRIMARY KEY (indicator, scope, business_date, position));
        CREATE INDEX IF NOT EXISTS indicator_events_key ON indicator_events (indicator, scope, key) WHERE key IS NOT NULL;
        CREATE TABLE IF NOT EXISTS indicator_keys (
            indicator text COLLATE "C" NOT NULL,
            scope text COLLATE "C" NOT NULL,
            key text COLLATE "C" NOT NULL,
            business_date date NOT NULL,
            position bigint NOT NULL,
            PRIMARY KEY (indicator, scope, key));
        CREATE TABLE IF NOT EXISTS indicator_days (
            indicator text COLLATE "C" NOT NULL,
            scope text COLLATE "C" NOT NULL,
            business_date date NOT NULL,
            value numeric NOT NULL,
            events bigint NOT NULL,
            PRIMARY KEY (indicator, scope, business_date));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data is FactRecorded fact
            ? engine.Of(fact).SelectMany(contribution => Project(recorded.Position, fact, contribution))
            : [];
    }

    private IEnumerable<SqlStatement> Project(long position, FactRecorded fact, Contribution c)
    {
        var id = c.Indicator.Id;
        yield return new SqlStatement(
            Event, id, c.Scope, c.Date, position, fact.EventId, fact.Source, fact.Sequence, fact.Type, fact.Region, c.Key, c.Amount);
        if (c.Key is null)
        {
            yield return new SqlStatement(Day, id, c.Scope, c.Date, c.Amount);
            yield break;
        }

        yield return c.Indicator.Among is { } among
            ? new SqlStatement(Among, id, c.Scope, c.Key, among)
            : new SqlStatement(FirstSeen, id, c.Scope, c.Key, c.Date, position);
        foreach (var dependent in engine.CountingAmong(c.Indicator))
        {
            yield return new SqlStatement(Among, dependent.Id, c.Scope, c.Key, id);
        }
    }
}
