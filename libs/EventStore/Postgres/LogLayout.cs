using Npgsql;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// What the database of every adapter has: which adapter keeps the log and in which layout, answers by idempotency key, messages
/// dealt with, and whether projections are to be rebuilt. The row of <c>log.head</c> is there as well: its position is that of the newest event, and whoever locks it holds up all appends.
/// </summary>
internal static class LogLayout
{
    /// <summary>Locked while tables are created; several processes may start at once.</summary>
    internal const long AdvisoryLock = 0x796F757468_6C6F67; // "youthlog"

    /// <summary>The adapter on Npgsql, <see cref="PostgresEventStore"/>.</summary>
    internal const string Npgsql = "npgsql";

    /// <summary>The adapter on Marten.</summary>
    internal const string Marten = "marten";

    /// <summary>Schemas and tables that do not depend on the adapter.</summary>
    internal const string SharedTables = """
        CREATE SCHEMA IF NOT EXISTS log;
        CREATE SCHEMA IF NOT EXISTS read;
        CREATE SCHEMA IF NOT EXISTS public_log;
        CREATE TABLE IF NOT EXISTS log.schema_version (
            single boolean PRIMARY KEY DEFAULT true CHECK (single),
            version integer NOT NULL);
        ALTER TABLE log.schema_version ADD COLUMN IF NOT EXISTS store text NOT NULL DEFAULT 'npgsql';
        CREATE TABLE IF NOT EXISTS log.idempotency (
            scope text NOT NULL,
            key text NOT NULL,
            fingerprint bytea NOT NULL,
            status integer NOT NULL,
            body bytea,
            etag text,
            location text,
            recorded_at timestamptz NOT NULL,
            stored_at timestamptz NOT NULL DEFAULT now(),
            CONSTRAINT idempotency_pkey PRIMARY KEY (scope, key));
        CREATE INDEX IF NOT EXISTS idempotency_stored_at ON log.idempotency USING brin (stored_at) WITH (autosummarize = on);
        CREATE TABLE IF NOT EXISTS log.inbox (
            consumer text NOT NULL,
            message_id uuid NOT NULL,
            received_at timestamptz NOT NULL,
            stored_at timestamptz NOT NULL DEFAULT now(),
            CONSTRAINT inbox_pkey PRIMARY KEY (consumer, message_id));
        CREATE INDEX IF NOT EXISTS inbox_stored_at ON log.inbox USING brin (stored_at) WITH (autosummarize = on);
        CREATE TABLE IF NOT EXISTS log.rebuild_due (
            single boolean PRIMARY KEY DEFAULT true CHECK (single),
            since timestamptz NOT NULL);
        """;

    /// <summary>Notes the adapter and its layout in a new database, and refuses one of another layout or of another adapter.</summary>
    /// <exception cref="InvalidOperationException">The database is not one that this program can work on.</exception>
    internal static async Task ClaimAsync(NpgsqlConnection connection, string store, int version, CancellationToken cancellationToken)
    {
        await Statements.ExecuteAsync(
            connection,
            "INSERT INTO log.schema_version (version, store) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            cancellationToken,
            version,
            store);
        await using var command = new NpgsqlCommand("SELECT version, store FROM log.schema_version", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (reader.GetString(1) is var found && found != store)
        {
            throw new InvalidOperationException(
                $"The event log in database {connection.Database} is kept by the store '{found}'; this program is built for '{store}'. Move it with './youth store copy', or run the program that is built for it.");
        }

        if (reader.GetInt32(0) is var layout && layout != version)
        {
            throw new InvalidOperationException(
                $"The event log in database {connection.Database} has layout {layout}; this program reads layout {version}. Run the program that made it.");
        }
    }

    /// <summary>Refuses what needs the hash chain where there is none.</summary>
    /// <exception cref="RuleViolation"><c>log.not_chained</c>: the log is kept by Marten.</exception>
    internal static async Task RequireHashChainAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var store = await Statements.ScalarAsync<string>(connection, "SELECT store FROM log.schema_version", cancellationToken);
        if (store != Npgsql)
        {
            throw new RuleViolation("log.not_chained", $"本服务的事件日志由 {store} 保存，没有哈希链，无法核验或签名；公开日志的哈希链不受影响。");
        }
    }
}
