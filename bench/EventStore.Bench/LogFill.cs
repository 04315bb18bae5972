using Npgsql;
using NpgsqlTypes;
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.EventStore.Bench;

/// <summary>Fills an empty log by COPY with what the store would have written, hash chain and all.</summary>
/// <param name="dataSource">The log's database.</param>
/// <param name="streams">Names of its streams.</param>
/// <param name="eventsEach">Events of each of them.</param>
/// <param name="scattered">Whether a stream's events are as far apart as can be, rather than together.</param>
internal sealed class LogFill(NpgsqlDataSource dataSource, IReadOnlyList<string> streams, int eventsEach, bool scattered)
{
    private static readonly string Type = Attendance.Types.All.Keys.Single();

    private readonly DateTimeOffset _recordedAt = LogHash.Truncate(TimeProvider.System.GetUtcNow());

    internal async Task RunAsync()
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await FillStreamsAsync(connection);
        var head = await FillEventsAsync(connection);
        await using var command = new NpgsqlCommand("UPDATE log.head SET position = $1, hash = $2", connection);
        command.Parameters.Add(LogCommands.Parameter(head.Position));
        command.Parameters.Add(LogCommands.Parameter(head.Hash));
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    /// <summary>A stream's key is the position of its first event.</summary>
    private long KeyOf(int stream) => scattered ? stream + 1 : ((long)stream * eventsEach) + 1;

    private async Task FillStreamsAsync(NpgsqlConnection connection)
    {
        await using var import = await connection.BeginBinaryImportAsync("COPY log.streams (stream, name) FROM STDIN (FORMAT binary)");
        for (var i = 0; i < streams.Count; i++)
        {
            await import.WriteRowAsync(CancellationToken.None, KeyOf(i), streams[i]);
        }

        await import.CompleteAsync();
    }

    private async Task<LogHead> FillEventsAsync(NpgsqlConnection connection)
    {
        await using var type = new NpgsqlCommand("SELECT id FROM log.event_types", connection);
        var typeId = (int)(await type.ExecuteScalarAsync())!;
        byte[][] data = [.. Enumerable.Range(1, eventsEach).Select(week => EventTypes.Encode(Attendance.Report(week)))];
        await using var import = await connection.BeginBinaryImportAsync("""
            COPY log.events (position, stream, version, hash, envelope, data) FROM STDIN (FORMAT binary)
            """);
        import.Timeout = TimeSpan.Zero;
        var head = LogHead.Empty;
        for (var i = 0L; i < (long)streams.Count * eventsEach; i++)
        {
            var stream = (int)(scattered ? i % streams.Count : i / eventsEach);
            var week = (int)(scattered ? i / streams.Count : i % eventsEach);
            var stored = new StoredEvent(i + 1, streams[stream], week + 1, Type, Attendance.Metadata, _recordedAt, data[week]);
            head = new LogHead(stored.Position, LogHash.Next(head.Hash, stored));
            await import.StartRowAsync();
            await import.WriteAsync(stored.Position, NpgsqlDbType.Bigint);
            await import.WriteAsync(KeyOf(stream), NpgsqlDbType.Bigint);
            await import.WriteAsync(stored.Version, NpgsqlDbType.Integer);
            await import.WriteAsync(head.Hash, NpgsqlDbType.Bytea);
            await import.WriteAsync(EventEnvelope.Write(stored, KeyOf(stream), typeId), NpgsqlDbType.Bytea);
            await import.WriteAsync(stored.Data, NpgsqlDbType.Bytea);
        }

        await import.CompleteAsync();
        return head;
    }
}
