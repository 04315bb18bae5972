using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using YouthPlatform.EventStore.Marten;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Copy;

/// <summary>
/// Turns a copied database of Marten into one of the default store: positions are closed up, the hash chain begins anew, and all that names
/// positions follows. Projections are marked for rebuilding where positions changed, since their rows may hold some.
/// </summary>
internal static class ToNpgsql
{
    private const string Number = $"""
        DROP VIEW log.events_readable;
        DROP TABLE log.head;
        CREATE TABLE log.numbered AS
            SELECT seq_id AS old, row_number() OVER (ORDER BY seq_id) AS new
            FROM {MartenDocumentStore.Schema}.mt_events WHERE stream_id <> '{MartenDocumentStore.Tombstones}';
        ALTER TABLE log.numbered ADD PRIMARY KEY (old);
        ANALYZE log.numbered;
        UPDATE log.schema_version SET store = '{LogLayout.Npgsql}', version = $1;
        """;

    private const string Names = $"""
        INSERT INTO log.event_types (name)
        SELECT DISTINCT type FROM {MartenDocumentStore.Schema}.mt_events WHERE stream_id <> '{MartenDocumentStore.Tombstones}' ORDER BY 1;
        INSERT INTO log.streams (stream, name)
        SELECT min(n.new), e.stream_id FROM {MartenDocumentStore.Schema}.mt_events e JOIN log.numbered n ON n.old = e.seq_id GROUP BY e.stream_id;
        """;

    private const string Rows = $"""
        SELECT n.new, s.stream, s.name, e.version::integer, t.id, t.name, e.data::text, e.user_name, e.correlation_id, e.causation_id, e."timestamp"
        FROM {MartenDocumentStore.Schema}.mt_events e JOIN log.numbered n ON n.old = e.seq_id
        JOIN log.streams s ON s.name = e.stream_id JOIN log.event_types t ON t.name = e.type ORDER BY n.new
        """;

    private const string Import = """
        COPY log.events (position, stream, version, hash, envelope, data) FROM STDIN (FORMAT binary)
        """;

    // A checkpoint at position p becomes the number of events up to p. The public log's own positions stay.
    private const string Follow = $"""
        UPDATE public_log.events SET source_position = -n.new FROM log.numbered n WHERE n.old = source_position;
        UPDATE public_log.events SET source_position = -source_position WHERE source_position < 0;
        UPDATE log.subscriptions SET position = (SELECT count(*) FROM log.numbered WHERE old <= position),
            error_position = (SELECT new FROM log.numbered WHERE old = error_position) WHERE channel = '{LogSignal.EventLog}';
        UPDATE log.subscription_skips SET position = n.new FROM log.numbered n
            WHERE n.old = position AND name NOT IN (SELECT name FROM log.subscriptions WHERE channel <> '{LogSignal.EventLog}');
        INSERT INTO log.rebuild_due (since) SELECT now() WHERE EXISTS (SELECT FROM log.numbered WHERE old <> new) ON CONFLICT DO NOTHING;
        DROP TABLE log.numbered;
        DROP SCHEMA {MartenDocumentStore.Schema} CASCADE;
        ANALYZE log.events, log.streams;
        """;

    internal static async Task ConvertAsync(NpgsqlDataSource copy, CancellationToken cancellationToken)
    {
        await using var connection = await copy.OpenConnectionAsync(cancellationToken);
        var version = LogSchema.Version.ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync(connection, Number.Replace("$1", version, StringComparison.Ordinal), cancellationToken);
        await LogSchema.CreateAsync(
            copy, new EventTypes(), [new("subscriptions", SubscriptionSchema.Sql), new("public-log", PublicLogSchema.Sql)], cancellationToken);
        await ExecuteAsync(connection, Names, cancellationToken);
        var head = await WriteEventsAsync(copy, connection, cancellationToken);
        await Statements.ExecuteAsync(connection, "UPDATE log.head SET position = $1, hash = $2", cancellationToken, head.Position, head.Hash);
        await ExecuteAsync(connection, Follow, cancellationToken);
    }

    private static async Task<LogHead> WriteEventsAsync(NpgsqlDataSource copy, NpgsqlConnection target, CancellationToken cancellationToken)
    {
        await using var source = await copy.OpenConnectionAsync(cancellationToken);
        await using var rows = new NpgsqlCommand(Rows, source) { CommandTimeout = 0 };
        await using var reader = await rows.ExecuteReaderAsync(cancellationToken);
        await using var import = await target.BeginBinaryImportAsync(Import, cancellationToken);
        import.Timeout = TimeSpan.Zero;
        var head = LogHead.Empty;
        while (await reader.ReadAsync(cancellationToken))
        {
            var stored = Stored(reader);
            head = new LogHead(stored.Position, LogHash.Next(head.Hash, stored));
            await import.StartRowAsync(cancellationToken);
            await import.WriteAsync(stored.Position, NpgsqlDbType.Bigint, cancellationToken);
            await import.WriteAsync(reader.GetInt64(1), NpgsqlDbType.Bigint, cancellationToken);
            await import.WriteAsync(stored.Version, NpgsqlDbType.Integer, cancellationToken);
            await import.WriteAsync(head.Hash, NpgsqlDbType.Bytea, cancellationToken);
            await import.WriteAsync(EventEnvelope.Write(stored, reader.GetInt64(1), reader.GetInt32(4)), NpgsqlDbType.Bytea, cancellationToken);
            await import.WriteAsync(stored.Data, NpgsqlDbType.Bytea, cancellationToken);
        }

        await import.CompleteAsync(cancellationToken);
        return head;
    }

    private static StoredEvent Stored(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetString(2),
        row.GetInt32(3),
        row.GetString(5),
        new EventMetadata(row.GetString(7), row.IsDBNull(8) ? null : row.GetString(8), row.IsDBNull(9) ? null : row.GetString(9)),
        new DateTimeOffset(row.GetDateTime(10)),
        Compact(row.GetString(6)));

    /// <summary>Without the blanks of <c>jsonb</c>, which are bytes for nothing; numbers stay as they are written.</summary>
    private static byte[] Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = EventTypes.Json.Encoder }))
        {
            document.RootElement.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
