using JasperFx;
using Npgsql;
using YouthPlatform.EventStore.Marten;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Copy;

/// <summary>
/// Turns a copied database of the default store into one of Marten. Positions stay, so all that names them stays right. Projections are marked for
/// rebuilding, since their rows may hold content in an order of members that <c>jsonb</c> does not keep.
/// </summary>
internal static class ToMarten
{
    private const string Events = $"""
        INSERT INTO {MartenDocumentStore.Schema}.mt_streams (id, version, "timestamp", created)
        SELECT stream, max(version), max(recorded_at), min(recorded_at) FROM log.events_readable GROUP BY stream;
        INSERT INTO {MartenDocumentStore.Schema}.mt_events
            (seq_id, id, stream_id, version, data, type, mt_dotnet_type, "timestamp", user_name, correlation_id, causation_id)
        SELECT position, gen_random_uuid(), stream, version, data::jsonb, type, type, recorded_at, actor, trace_parent, causation_id
        FROM log.events_readable ORDER BY position;
        INSERT INTO log.rebuild_due (since) VALUES (now()) ON CONFLICT DO NOTHING;
        SELECT setval('{MartenDocumentStore.Schema}.mt_events_sequence', greatest(position, 1), position > 0) FROM log.head;
        """;

    private const string Replace = $"""
        ALTER TABLE log.head DROP COLUMN hash;
        DROP VIEW log.events_readable;
        DROP TABLE log.events, log.streams, log.event_types;
        DROP FUNCTION log.envelope_type, log.envelope_recorded_at, log.envelope_text;
        UPDATE log.schema_version SET store = '{LogLayout.Marten}', version = $1;
        """;

    internal static async Task ConvertAsync(NpgsqlDataSource copy, CancellationToken cancellationToken)
    {
        await using var marten = MartenDocumentStore.Create(copy, new EventTypes());
        await marten.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await using var connection = await copy.OpenConnectionAsync(cancellationToken);
        await Statements.ExecuteAsync(connection, LogLayout.SharedTables, cancellationToken);
        await using var events = new NpgsqlCommand(Events, connection) { CommandTimeout = 0 };
        await events.ExecuteNonQueryAsync(cancellationToken);
        var version = MartenSchema.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Statements.ExecuteAsync(connection, Replace.Replace("$1", version, StringComparison.Ordinal), cancellationToken);
        await Statements.ExecuteAsync(connection, MartenSchema.Tables, cancellationToken);
        await Statements.ExecuteAsync(connection, $"ANALYZE {MartenDocumentStore.Schema}.mt_events, {MartenDocumentStore.Schema}.mt_streams", cancellationToken);
    }
}
