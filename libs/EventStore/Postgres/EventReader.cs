using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Turns rows into events.</summary>
internal sealed class EventReader(NpgsqlDataSource dataSource, EventTypes types, StoredTypeIds typeIds)
{
    private const string OfStream = """
        SELECT e.position, e.version, e.type, e.data, e.actor, e.trace_parent, e.causation_id, e.recorded_at, e.stream
        FROM log.events e WHERE e.stream = (SELECT s.stream FROM log.streams s WHERE s.name = $1) ORDER BY e.version
        """;

    private const string OfLog = """
        SELECT e.position, e.version, e.type, e.data, e.actor, e.trace_parent, e.causation_id, e.recorded_at, s.name
        FROM (SELECT * FROM log.events WHERE position > $1 ORDER BY position LIMIT $2) e
        JOIN log.streams s USING (stream) ORDER BY e.position
        """;

    /// <summary>Reads a whole stream and its key.</summary>
    internal async Task<(List<RecordedEvent> Events, long Key)> ReadStreamAsync(string stream, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(OfStream);
        command.Parameters.Add(LogCommands.Parameter(stream));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<RecordedEvent> events = [];
        var key = 0L;
        while (await reader.ReadAsync(cancellationToken))
        {
            key = reader.GetInt64(8);
            events.Add(await ReadAsync(reader, stream, cancellationToken));
        }

        return (events, key);
    }

    /// <summary>Reads events after a position into memory, so that no connection waits for whoever uses them.</summary>
    internal async Task<List<RecordedEvent>> ReadLogAsync(long after, int limit, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(OfLog);
        command.Parameters.Add(LogCommands.Parameter(after));
        command.Parameters.Add(LogCommands.Parameter(limit));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<RecordedEvent> events = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            events.Add(await ReadAsync(reader, reader.GetString(8), cancellationToken));
        }

        return events;
    }

    private async ValueTask<RecordedEvent> ReadAsync(NpgsqlDataReader reader, string stream, CancellationToken cancellationToken)
    {
        var typeId = reader.GetInt32(2);
        var type = typeIds.NameOf(typeId) ?? await LearnAsync(typeId, cancellationToken);
        return new RecordedEvent(
            reader.GetInt64(0),
            stream,
            reader.GetInt32(1),
            type,
            types.Decode(type, reader.GetFieldValue<byte[]>(3)),
            new EventMetadata(reader.GetString(4), Text(reader, 5), Text(reader, 6)),
            new DateTimeOffset(reader.GetDateTime(7)));
    }

    private async Task<string> LearnAsync(int typeId, CancellationToken cancellationToken)
    {
        await typeIds.RefreshAsync(cancellationToken);
        return typeIds.NameOf(typeId) ?? throw new UnknownEventTypeException($"number {typeId}");
    }

    private static string? Text(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
