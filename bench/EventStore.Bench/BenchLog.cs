using Npgsql;
#if USE_MARTEN
using YouthPlatform.EventStore.Copy;
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

    private static readonly SchemaPart[] Parts = [new("subscriptions", SubscriptionSchema.Sql), .. Projections.Select(SchemaPart.Of)];

    private static readonly PostgresEventStoreOptions Options = new()
    {
        Types = Attendance.Types,
        RememberedStreams = 500_000,
        RememberedEvents = 1_000_000,
    };

    private readonly NpgsqlDataSource _dataSource;

    private BenchLog(string database, NpgsqlDataSource dataSource)
    {
        Database = database;
        _dataSource = dataSource;
#if USE_MARTEN
        Store = new MartenEventStore(dataSource, Options, TimeProvider.System, Parts);
#else
        Store = new PostgresEventStore(dataSource, Options, TimeProvider.System, Parts);
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

    internal IReadOnlyList<string> Streams { get; private init; } = [];

    internal long Events { get; private init; }

    /// <summary>Creates a log, and fills it if it is to have streams.</summary>
    /// <param name="server">Its server.</param>
    /// <param name="database">Its database, which is made anew.</param>
    /// <param name="streams">How many streams.</param>
    /// <param name="eventsEach">Events of each of them.</param>
    /// <param name="scattered">Whether a stream's events are as far apart as can be, rather than together.</param>
    internal static async Task<BenchLog> CreateAsync(BenchServer server, string database, int streams, int eventsEach, bool scattered)
    {
        var dataSource = EventLogDataSource.Create(await server.NewDatabaseAsync(database));
        string[] names = [.. Enumerable.Range(0, streams).Select(_ => Attendance.NewStream())];
        if (streams > 0)
        {
            await FillAsync(dataSource, new LogFill(dataSource, names, eventsEach, scattered));
            await server.ExecuteAsync(database, "VACUUM ANALYZE");
        }

        var log = new BenchLog(database, dataSource) { Streams = names, Events = (long)streams * eventsEach };
        await log.Store.CreateAsync(CancellationToken.None);
        return log;
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

    /// <summary>Fills a log of the default store; Marten's is made of one.</summary>
    private static async Task FillAsync(NpgsqlDataSource dataSource, LogFill fill)
    {
        await using (var store = new PostgresEventStore(dataSource, Options, TimeProvider.System, Parts))
        {
            await store.CreateAsync(CancellationToken.None);
            await fill.RunAsync();
        }
#if USE_MARTEN
        await ToMarten.ConvertAsync(dataSource, CancellationToken.None);
#endif
    }
}
