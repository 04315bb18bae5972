using System.Runtime.ExceptionServices;
using System.Text.Json;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Turns rows into events.</summary>
internal sealed class EventReader(NpgsqlDataSource dataSource, EventTypes types, StoredTypeIds typeIds)
{
    // With the event at the version itself, which shows that the stream got there.
    private const string OfStream = """
        SELECT e.position, e.envelope, e.data FROM log.events e WHERE e.stream = $1 AND e.version >= $2 ORDER BY e.version
        """;

    private const string OfNamedStream = """
        SELECT e.position, e.envelope, e.data
        FROM log.events e WHERE e.stream = (SELECT s.stream FROM log.streams s WHERE s.name = $1) AND e.version >= $2 ORDER BY e.version
        """;

    private const string OfLog = """
        SELECT e.position, e.envelope, e.data, s.name
        FROM (SELECT * FROM log.events WHERE position > $1 ORDER BY position LIMIT $2) e
        JOIN log.streams s USING (stream) ORDER BY e.position
        """;

    /// <summary>Reads the events of a stream after a version.</summary>
    /// <param name="stream">Its name.</param>
    /// <param name="key">Its key, if known.</param>
    /// <param name="after">The version.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    internal async Task<FoundStream> ReadStreamAsync(string stream, long? key, long after, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(key is null ? OfNamedStream : OfStream);
        command.Parameters.Add(key is { } known ? LogCommands.Parameter(known) : LogCommands.Parameter(stream));
        command.Parameters.Add(LogCommands.Parameter((int)after));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<RecordedEvent> events = [];
        var version = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            var bytes = reader.GetFieldValue<byte[]>(1);
            var envelope = EventEnvelope.Read(bytes, 0);
            key = envelope.Stream(reader.GetInt64(0));
            version = envelope.Version;
            if (version > after)
            {
                events.Add(await ReadAsync(reader, stream, bytes, envelope, cancellationToken));
            }
        }

        return new FoundStream(key, version, events);
    }

    /// <summary>
    /// Reads events after a position into memory, so that no connection waits for whoever uses them; up to one that cannot be decoded, with
    /// the reason.
    /// </summary>
    internal async Task<(List<RecordedEvent> Events, ExceptionDispatchInfo? Fault)> ReadLogAsync(long after, int limit, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(OfLog);
        command.Parameters.Add(LogCommands.Parameter(after));
        command.Parameters.Add(LogCommands.Parameter(limit));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<RecordedEvent> events = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            try
            {
                var bytes = reader.GetFieldValue<byte[]>(1);
                events.Add(await ReadAsync(reader, reader.GetString(3), bytes, EventEnvelope.Read(bytes, 0), cancellationToken));
            }
            catch (Exception exception) when (exception is UnknownEventTypeException or JsonException)
            {
                return (events, ExceptionDispatchInfo.Capture(exception));
            }
        }

        return (events, null);
    }

    private async ValueTask<RecordedEvent> ReadAsync(
        NpgsqlDataReader reader, string stream, byte[] bytes, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var typeId = envelope.TypeId(bytes);
        var type = typeIds.NameOf(typeId) ?? await LearnAsync(typeId, cancellationToken);
        return new RecordedEvent(
            reader.GetInt64(0),
            stream,
            envelope.Version,
            type,
            types.Decode(type, reader.GetFieldValue<byte[]>(2)),
            envelope.Metadata(bytes),
            envelope.RecordedAt(bytes));
    }

    private async Task<string> LearnAsync(int typeId, CancellationToken cancellationToken)
    {
        await typeIds.RefreshAsync(cancellationToken);
        return typeIds.NameOf(typeId) ?? throw new UnknownEventTypeException($"number {typeId}");
    }
}

/// <summary>What was found of a stream.</summary>
/// <param name="Key">Its key; null when it is not known to exist.</param>
/// <param name="Version">Its version; 0 when it never was at the one that was asked for.</param>
/// <param name="Events">Events after that one.</param>
internal readonly record struct FoundStream(long? Key, int Version, List<RecordedEvent> Events);
