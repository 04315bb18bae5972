using Npgsql;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Tables of a neighbour of the log, created with it under the same lock. Register instances in the container.</summary>
/// <param name="Name">What the tables are for.</param>
/// <param name="Sql">Statements with <c>IF NOT EXISTS</c>; unqualified names go to the schema <c>read</c>.</param>
public sealed record SchemaPart(string Name, string Sql)
{
    /// <summary>Tables that are compared with what <see cref="Sql"/> has made.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>The tables of a projection.</summary>
    public static SchemaPart Of(IProjection projection)
    {
        ArgumentNullException.ThrowIfNull(projection);
        return new SchemaPart(projection.Name, projection.Schema) { Tables = projection.Tables };
    }
}

/// <summary>Creates the log's tables; several processes may start at once.</summary>
internal static class LogSchema
{
    /// <summary>Version of the layout that this code reads and writes.</summary>
    internal const int Version = 1;

    private const long AdvisoryLock = 0x796F757468_6C6F67; // "youthlog"

    private const string Tables = """
        CREATE SCHEMA IF NOT EXISTS log;
        CREATE SCHEMA IF NOT EXISTS read;
        CREATE SCHEMA IF NOT EXISTS public_log;
        CREATE TABLE IF NOT EXISTS log.schema_version (
            single boolean PRIMARY KEY DEFAULT true CHECK (single),
            version integer NOT NULL);
        INSERT INTO log.schema_version (version) VALUES (1) ON CONFLICT DO NOTHING;
        CREATE TABLE IF NOT EXISTS log.head (
            single boolean PRIMARY KEY DEFAULT true CHECK (single),
            position bigint NOT NULL CONSTRAINT head_moved CHECK (position >= 0),
            hash bytea NOT NULL CHECK (octet_length(hash) = 32)) WITH (fillfactor = 10);
        INSERT INTO log.head (position, hash) VALUES (0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
        CREATE TABLE IF NOT EXISTS log.event_types (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text COLLATE "C" NOT NULL UNIQUE);
        CREATE TABLE IF NOT EXISTS log.streams (
            stream bigint PRIMARY KEY,
            name text COLLATE "C" NOT NULL CONSTRAINT streams_name_key UNIQUE);
        CREATE TABLE IF NOT EXISTS log.events (
            position bigint CONSTRAINT events_pkey PRIMARY KEY,
            stream bigint NOT NULL,
            recorded_at timestamptz NOT NULL,
            version integer NOT NULL CHECK (version > 0),
            type integer NOT NULL,
            hash bytea NOT NULL,
            data bytea NOT NULL,
            actor text NOT NULL,
            trace_parent text,
            causation_id text,
            CONSTRAINT events_stream_version_key UNIQUE (stream, version));
        CREATE OR REPLACE VIEW log.events_readable AS
            SELECT e.position, s.name AS stream, e.version, t.name AS type, convert_from(e.data, 'UTF8')::json AS data,
                e.actor, e.trace_parent, e.causation_id, e.recorded_at, encode(e.hash, 'hex') AS hash
            FROM log.events e JOIN log.streams s USING (stream) JOIN log.event_types t ON t.id = e.type;
        CREATE TABLE IF NOT EXISTS log.idempotency (
            scope text NOT NULL,
            key text NOT NULL,
            fingerprint bytea NOT NULL,
            status integer NOT NULL,
            body bytea,
            etag text,
            location text,
            recorded_at timestamptz NOT NULL,
            CONSTRAINT idempotency_pkey PRIMARY KEY (scope, key));
        CREATE TABLE IF NOT EXISTS log.inbox (
            consumer text NOT NULL,
            message_id uuid NOT NULL,
            received_at timestamptz NOT NULL,
            CONSTRAINT inbox_pkey PRIMARY KEY (consumer, message_id));
        """;

    /// <summary>Creates what is missing and registers the stored names of events.</summary>
    /// <exception cref="InvalidOperationException">The database was laid out by a newer version of this code, or a table is not as declared.</exception>
    internal static async Task CreateAsync(
        NpgsqlDataSource dataSource, EventTypes types, IEnumerable<SchemaPart> parts, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellationToken);
        await RefuseNewerAsync(connection, cancellationToken);
        await ExecuteAsync(connection, Tables, cancellationToken);
        foreach (var part in parts)
        {
            await ExecuteAsync(connection, part.Sql, cancellationToken);
            await TableCheck.VerifyAsync(connection, part.Name, part.Tables, cancellationToken);
        }

        await using var names = new NpgsqlCommand(
            """
            INSERT INTO log.event_types (name)
            SELECT n FROM unnest($1) AS n WHERE n NOT IN (SELECT name FROM log.event_types) ORDER BY n
            """,
            connection);
        names.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. types.All.Keys] });
        await names.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task RefuseNewerAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regclass('log.schema_version') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return;
        }

        await using var command = new NpgsqlCommand("SELECT version FROM log.schema_version", connection);
        var version = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        if (version > Version)
        {
            throw new InvalidOperationException(
                $"The event log in database {connection.Database} has layout {version}; this program knows layouts up to {Version}. Deploy the newer program.");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
