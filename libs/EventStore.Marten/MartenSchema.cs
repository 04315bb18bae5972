using JasperFx;
using Marten;
using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Marten;

/// <summary>Creates Marten's tables and those beside them; several processes may start at once.</summary>
internal static class MartenSchema
{
    /// <summary>Version of the layout that this code reads and writes.</summary>
    internal const int Version = 1;

    /// <summary>The head row, which orders appends, and the operators' view, as the default store has it.</summary>
    internal const string Tables = $"""
        CREATE TABLE IF NOT EXISTS log.head (
            single boolean PRIMARY KEY DEFAULT true CHECK (single),
            position bigint NOT NULL CHECK (position >= 0)) WITH (fillfactor = 10);
        INSERT INTO log.head (position) VALUES (0) ON CONFLICT DO NOTHING;
        CREATE OR REPLACE VIEW log.events_readable AS
            SELECT seq_id AS position, stream_id AS stream, version, type, data::json AS data,
                user_name AS actor, correlation_id AS trace_parent, causation_id, "timestamp" AS recorded_at
            FROM {MartenDocumentStore.Schema}.mt_events WHERE stream_id <> '{MartenDocumentStore.Tombstones}';
        """;

    /// <exception cref="InvalidOperationException">The database was laid out by a newer version of this code or for another store.</exception>
    internal static async Task CreateAsync(
        NpgsqlDataSource dataSource, DocumentStore marten, IEnumerable<SchemaPart> parts, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        // Not bound to a transaction: Marten creates its tables on a connection of its own meanwhile, and two at once would clash.
        await Statements.ExecuteAsync(connection, $"SELECT pg_advisory_lock({LogLayout.AdvisoryLock})", cancellationToken);
        try
        {
            await Statements.ExecuteAsync(connection, LogLayout.SharedTables, cancellationToken);
            await LogLayout.ClaimAsync(connection, LogLayout.Marten, Version, cancellationToken);
            await marten.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await Statements.ExecuteAsync(connection, Tables, cancellationToken);
            foreach (var part in parts)
            {
                await Statements.ExecuteAsync(connection, part.Sql, cancellationToken);
                await TableCheck.VerifyAsync(connection, part.Name, part.Tables, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await Statements.ExecuteAsync(connection, $"SELECT pg_advisory_unlock({LogLayout.AdvisoryLock})", CancellationToken.None);
        }
    }
}
