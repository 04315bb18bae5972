using Npgsql;
using YouthPlatform.LocalServers;

namespace YouthPlatform.Import.Bench;

/// <summary>How far an import is, as its database says.</summary>
internal static class Progress
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    internal static Task<long> RowsAsync(PostgresServer postgres) => ScalarAsync(postgres, "imports", "SELECT coalesce(max(rows_read), 0) FROM read.imports");

    internal static Task<long> PeopleAsync(PostgresServer postgres) => ScalarAsync(postgres, "ledger_entries", "SELECT count(*) FROM read.ledger_entries");

    /// <summary>Waits until so many rows were dealt with.</summary>
    /// <returns>How many were.</returns>
    /// <exception cref="InvalidOperationException">The import ended before.</exception>
    internal static async Task<long> ReachAsync(PostgresServer postgres, long rows, Task sending)
    {
        for (; ; await Task.Delay(Pause))
        {
            if (await RowsAsync(postgres) is var read && read >= rows)
            {
                return read;
            }

            if (sending.IsCompleted)
            {
                await sending;
                throw new InvalidOperationException("The import ended before it was to be killed.");
            }
        }
    }

    /// <summary>Waits for the end of a request whose server was killed.</summary>
    internal static async Task BreakAsync(Task sending)
    {
        try
        {
            await sending;
        }
        catch (HttpRequestException)
        {
            // That is what a killed server looks like from outside.
        }
    }

    private static async Task<long> ScalarAsync(PostgresServer postgres, string table, string sql)
    {
        await postgres.EnsureDatabaseAsync("graduatetracking");
        await using var connection = new NpgsqlConnection(postgres.ConnectionString("graduatetracking"));
        await connection.OpenAsync();
        await using var exists = new NpgsqlCommand($"SELECT to_regclass('read.{table}') IS NOT NULL", connection);
        if (!(bool)(await exists.ExecuteScalarAsync())!)
        {
            return 0;
        }

        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
