using Npgsql;
#if USE_MARTEN
using YouthPlatform.EventStore.Marten;
#endif
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Bench;

/// <summary>A log in a database of its own.</summary>
internal sealed class BenchLog : IAsyncDisposable
{
    private static readonly IProjection[] Projections = [new RowPerStream(), new CountsInHundredRows()];

    private readonly NpgsqlDataSource _dataSource;

    private BenchLog(string database, NpgsqlDataSource dataSource)
    {
        Database = database;
        _dataSource = dataSource;
        var options = new PostgresEventStoreOptions { Types = Attendance.Types, RememberedStreams = 500_000, RememberedEvents = 1_000_000 };
        SchemaPart[] parts = [new("subscriptions", SubscriptionSchema.Sql), .. Projections.Select(SchemaPart.Of)];
#if USE_MARTEN
        Store = new MartenEventStore(dataSource, options, TimeProvider.System, parts);
#else
        Store = new PostgresEventStore(dataSource, options, TimeProvider.System, parts);
#endif
        Rebuilder = new ProjectionRebuilder(dataSource, Store, Projections.Select(p => new RegisteredProjection(p, IsInline: true)));
    }

    internal string Database { get; }

#if USE_MARTEN
    /// <summary>All events as the store keeps them.</summary>
    internal const string AllEvents = "SELECT * FROM marten.mt_events ORDER BY seq_id";

    internal MartenEventStore Store { get; }
#else
    /// <summary>All events as the store keeps them.</summary>
    internal const string AllEvents = "SELECT * FROM log.events ORDER BY position";

    internal PostgresEventStore Store { get; }
#endif

    internal ProjectionRebuilder Rebuilder { get; }

    internal IReadOnlyList<string> Streams { get; private set; } = [];

    internal long Events { get; private set; }

    internal static async Task<BenchLog> CreateAsync(BenchServer server, string database)
    {
        var log = new BenchLog(database, EventLogDataSource.Create(await server.NewDatabaseAsync(database)));
        await log.Store.CreateAsync(CancellationToken.None);
        return log;
    }

    /// <summary>Fills the log.</summary>
    /// <param name="server">Its server.</param>
    /// <param name="streams">How many streams.</param>
    /// <param name="eventsEach">Events of each of them.</param>
    /// <param name="scattered">Whether a stream's events are as far apart as can be, rather than together.</param>
    internal async Task FillAsync(BenchServer server, int streams, int eventsEach, bool scattered)
    {
        Streams = [.. Enumerable.Range(0, streams).Select(_ => Attendance.NewStream())];
#if USE_MARTEN
        const int EventsPerAppend = 500;
        var (rounds, each) = scattered ? (eventsEach, 1) : (1, eventsEach);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var some in Streams.Chunk(EventsPerAppend / each))
            {
                await Store.AppendAsync(
                    new Append([.. some.Select(s => new StreamAppend(s, round, Attendance.Reports(round + 1, each)))], Attendance.Metadata),
                    CancellationToken.None);
            }
        }
#else
        await new LogFill(_dataSource, Streams, eventsEach, scattered).RunAsync();
#endif
        Events = (long)streams * eventsEach;
        await server.ExecuteAsync(Database, "VACUUM ANALYZE");
    }

    /// <summary>Bytes of all tables and indexes of the log.</summary>
    internal async Task<long> BytesAsync()
    {
        await using var command = _dataSource.CreateCommand("""
            SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c
            WHERE c.relnamespace::regnamespace::text IN ('log', 'marten') AND c.relkind = 'r'
            """);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await _dataSource.DisposeAsync();
    }
}
