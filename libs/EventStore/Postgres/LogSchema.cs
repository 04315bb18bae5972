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
    internal const int Version = 2;

    private const string Tables = """
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
            version integer NOT NULL CHECK (version > 0),
            hash bytea NOT NULL,
            envelope bytea NOT NULL,
            data bytea NOT NULL,
            CONSTRAINT events_stream_version_key UNIQUE (stream, version));
        CREATE OR REPLACE FUNCTION log.envelope_type(envelope bytea) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            RETURN (get_byte(envelope, 0) << 8) | get_byte(envelope, 1);
        CREATE OR REPLACE FUNCTION log.envelope_recorded_at(envelope bytea) RETURNS timestamptz LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            RETURN timestamptz '1970-01-01 00:00:00+00'
                + ('x' || encode(substr(envelope, 3, 8), 'hex'))::bit(64)::bigint * interval '1 microsecond';
        CREATE OR REPLACE FUNCTION log.envelope_text(envelope bytea, number integer) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
            DECLARE
                at integer := 10;
                size integer;
            BEGIN
                FOR i IN 1..number LOOP
                    size := (get_byte(envelope, at) << 8) | get_byte(envelope, at + 1);
                    IF i = number THEN
                        RETURN CASE WHEN size < 65535 THEN convert_from(substr(envelope, at + 3, size), 'UTF8') END;
                    END IF;
                    at := at + 2 + CASE WHEN size < 65535 THEN size ELSE 0 END;
                END LOOP;
            END $$;
        CREATE OR REPLACE VIEW log.events_readable AS
            SELECT e.position, s.name AS stream, e.version, t.name AS type, convert_from(e.data, 'UTF8')::json AS data,
                log.envelope_text(e.envelope, 1) AS actor, log.envelope_text(e.envelope, 2) AS trace_parent,
                log.envelope_text(e.envelope, 3) AS causation_id, log.envelope_recorded_at(e.envelope) AS recorded_at,
                encode(e.hash, 'hex') AS hash
            FROM log.events e JOIN log.streams s USING (stream) JOIN log.event_types t ON t.id = log.envelope_type(e.envelope);
        """;

    /// <summary>Creates what is missing and registers the stored names of events.</summary>
    /// <exception cref="InvalidOperationException">The database was laid out by a newer version of this code, or a table is not as declared.</exception>
    internal static async Task CreateAsync(
        NpgsqlDataSource dataSource, EventTypes types, IEnumerable<SchemaPart> parts, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LogLayout.AdvisoryLock})", cancellationToken);
        await ExecuteAsync(connection, LogLayout.SharedTables, cancellationToken);
        await LogLayout.ClaimAsync(connection, LogLayout.Npgsql, Version, cancellationToken);
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

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
