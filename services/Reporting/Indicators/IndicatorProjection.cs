using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>
/// Rolls facts up by indicator, region, day and month, and by the day on which they came to be known. What a key counts for is settled anew whenever a fact
/// bears on it (<see cref="KeyHistory"/>), so the sum up to any day is exact in whatever order facts come.
/// </summary>
internal sealed class IndicatorProjection(IndicatorEngine engine) : IReadingProjection
{
    public const string ProjectionName = "indicators";

    private static readonly Table[] Own =
    [
        new Table<long>("indicator_facts", "position"),
        new Table<(string, string, DateOnly, long, short)>("indicator_events", "indicator", "scope", "business_date", "position", "part"),
        new Table<(string, string, string, DateOnly, long, short)>(
            "indicator_steps", "indicator", "scope", "key", "business_date", "position", "part"),
        new Table<(string, string, long, DateOnly)>("indicator_changes", "indicator", "scope", "position", "business_date"),
        new Table<(string, string, DateOnly)>("indicator_days", "indicator", "scope", "business_date"),
        new Table<(string, string, DateOnly)>("indicator_months", "indicator", "scope", "month"),
        new Table<(string, string, DateOnly, DateOnly)>("indicator_known", "indicator", "scope", "recorded_on", "business_date"),
        new Table<(string, string, long)>("indicator_links", "key", "other", "position"),
    ];

    public string Name => ProjectionName;

    public IReadOnlyList<Table> Tables => Own;

    /// <inheritdoc />
    /// <remarks>Months of a database that had only days are added up from these.</remarks>
    public string Schema => """
        CREATE TABLE IF NOT EXISTS indicator_facts (
            position bigint PRIMARY KEY,
            event_id uuid NOT NULL,
            source text NOT NULL,
            sequence bigint NOT NULL,
            type text COLLATE "C" NOT NULL,
            region text NOT NULL,
            recorded_on date NOT NULL);
        CREATE TABLE IF NOT EXISTS indicator_events (
            indicator text COLLATE "C" NOT NULL,
            scope text COLLATE "C" NOT NULL,
            business_date date NOT NULL,
            position bigint NOT NULL,
            part smallint NOT NULL,
            key text COLLATE "C",
            item text COLLATE "C" NOT NULL,
            amount numeric NOT NULL,
            is_base boolean NOT NULL,
            PRIMARY KEY (indicator, scope, business_date, position, part));
        CREATE INDEX IF NOT EXISTS indicator_events_key ON indicator_events (key, indicator, scope) WHERE key IS NOT NULL;
        CREATE INDEX IF NOT EXISTS indicator_events_ending ON indicator_events (key, indicator, scope) WHERE key IS NOT NULL AND amount <= 0;
        CREATE TABLE IF NOT EXISTS indicator_steps (
            indicator text COLLATE "C" NOT NULL,
            scope text COLLATE "C" NOT NULL,
            key text COLLATE "C" NOT NULL,
            business_date date NOT NULL,
            position bigint NOT NULL,
            part smallint NOT NULL,
            change numeric NOT NULL,
            is_listed boolean NOT NULL,
            PRIMARY KEY (indicator, scope, key, business_date, position, part));
        CREATE INDEX IF NOT EXISTS indicator_steps_listed ON indicator_steps (indicator, scope, business_date, position) WHERE is_listed;
        CREATE TABLE IF NOT EXISTS indicator_changes (
            indicator text COLLATE "C" NOT NULL,
            scope text COLLATE "C" NOT NULL,
            position bigint NOT NULL,
            business_date date NOT NULL,
            change numeric NOT NULL,
            PRIMARY KEY (indicator, scope, position, business_date));
        CREATE TABLE IF NOT EXISTS indicator_days (
            indicator text COLLATE "C" NOT NULL,
            scope text COLLATE "C" NOT NULL,
            business_date date NOT NULL,
            value numeric NOT NULL,
            events bigint NOT NULL,
            PRIMARY KEY (indicator, scope, business_date));
        CREATE TABLE IF NOT EXISTS indicator_months (
            indicator text COLLATE "C" NOT NULL,
            scope text COLLATE "C" NOT NULL,
            month date NOT NULL,
            value numeric NOT NULL,
            events bigint NOT NULL,
            PRIMARY KEY (indicator, scope, month));
        INSERT INTO indicator_months
            SELECT indicator, scope, date_trunc('month', business_date)::date, sum(value), sum(events)::bigint FROM indicator_days
            WHERE NOT EXISTS (SELECT FROM indicator_months) GROUP BY 1, 2, 3;
        CREATE TABLE IF NOT EXISTS indicator_known (
            indicator text COLLATE "C" NOT NULL,
            scope text COLLATE "C" NOT NULL,
            recorded_on date NOT NULL,
            business_date date NOT NULL,
            value numeric NOT NULL,
            events bigint NOT NULL,
            PRIMARY KEY (indicator, scope, recorded_on, business_date));
        CREATE TABLE IF NOT EXISTS indicator_links (
            key text COLLATE "C" NOT NULL,
            other text COLLATE "C" NOT NULL,
            position bigint NOT NULL,
            business_date date NOT NULL,
            parts boolean NOT NULL,
            is_mirror boolean NOT NULL,
            PRIMARY KEY (key, other, position));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => [];

    public async Task<IProjectionBatch> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<object> events, CancellationToken cancellationToken)
    {
        var touched = TouchedKeys.Of(engine, events.OfType<FactRecorded>());
        var memory = await KeyReader.ReadAsync(connection, engine, touched, cancellationToken);
        return new IndicatorBatch(engine, memory, touched.Contributions);
    }
}
