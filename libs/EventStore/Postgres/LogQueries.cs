using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>What the writer reads.</summary>
internal static class LogQueries
{
    internal static async Task<LogHead> LockHeadAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT position, hash FROM log.head FOR UPDATE", connection);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new LogHead(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1))
            : throw new InvalidOperationException("The log has no head row.");
    }

    /// <summary>Reads keys and versions of the streams that exist.</summary>
    internal static async Task ReadStreamsAsync(NpgsqlConnection connection, List<string> names, Action<string, KnownStream> found)
    {
        if (names.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            """
            SELECT s.name, s.stream, (SELECT max(e.version) FROM log.events e WHERE e.stream = s.stream)
            FROM log.streams s WHERE s.name = ANY ($1)
            """,
            connection);
        command.Parameters.Add(LogCommands.Parameter(names));
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found(reader.GetString(0), new KnownStream(reader.GetInt64(1), reader.GetInt32(2)));
        }
    }

    internal static async Task<byte[]?> ReadHashAsync(NpgsqlConnection connection, long position)
    {
        await using var command = new NpgsqlCommand("SELECT hash FROM log.events WHERE position = $1", connection);
        command.Parameters.Add(LogCommands.Parameter(position));
        return (byte[]?)await command.ExecuteScalarAsync();
    }
}
