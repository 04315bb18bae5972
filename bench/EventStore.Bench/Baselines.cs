namespace YouthPlatform.EventStore.Bench;

/// <summary>What PostgreSQL does without a store: the fewest bytes and round trips for the same durability.</summary>
internal sealed class Baselines(BenchServer server, BenchOptions options)
{
    private const string Database = "baseline";

    // 70 bytes of data, a row like an event's.
    private const string Event = """'{"week":12,"hours":37.5,"region":"430102","note":"on site as agreed"}'""";

    private const string OneStatement =
        "WITH s AS (INSERT INTO base_streams DEFAULT VALUES RETURNING stream) "
        + $"INSERT INTO base_events SELECT stream, v, {Event} FROM s, generate_series(1, 5) v;";

    private bool _created;

    /// <summary>A new stream and five events a commit.</summary>
    internal Task<double> FiveEventsAsync(int clients) => RunAsync(options.Separate ? Separately() : OneStatement, clients);

    /// <summary>One event a commit.</summary>
    internal Task<double> OneEventAsync(int clients) => RunAsync(
        $"INSERT INTO base_events VALUES (nextval('base_streams_stream_seq'), 1, {Event});", clients);

    /// <summary>Events a second of COPY in the order of the log.</summary>
    internal async Task<double> CopyAsync(BenchLog log) =>
        await log.Store.GetHeadPositionAsync(CancellationToken.None) / await server.CopySecondsAsync(log.Database, BenchLog.AllEvents);

    private static string Separately()
    {
        IEnumerable<string> statements =
        [
            "BEGIN;",
            @"INSERT INTO base_streams DEFAULT VALUES RETURNING stream \gset",
            .. Enumerable.Range(1, 5).Select(version => $"INSERT INTO base_events VALUES (:stream, {version}, {Event});"),
            "COMMIT;",
        ];
        return string.Join('\n', statements);
    }

    private async Task<double> RunAsync(string script, int clients)
    {
        if (!_created)
        {
            await server.NewDatabaseAsync(Database);
            await server.ExecuteAsync(Database, """
                CREATE TABLE base_streams (stream bigserial PRIMARY KEY);
                CREATE TABLE base_events (stream bigint NOT NULL, version integer NOT NULL, data text NOT NULL, UNIQUE (stream, version));
                """);
            _created = true;
        }

        return await server.PgbenchAsync(Database, script, clients, options.Seconds);
    }
}
