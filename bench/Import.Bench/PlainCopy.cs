using System.Diagnostics;
using Npgsql;
using YouthPlatform.LocalServers;

namespace YouthPlatform.Import.Bench;

/// <summary>The baseline: the same file, copied into one table of texts without an index.</summary>
internal static class PlainCopy
{
    internal static async Task<TimeSpan> RunAsync(PostgresServer postgres, RosterFile roster)
    {
        await postgres.EnsureDatabaseAsync("plain");
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString("plain"));
        await using var connection = await database.OpenConnectionAsync();
        await using (var create = new NpgsqlCommand(
            """
            DROP TABLE IF EXISTS roster;
            CREATE TABLE roster (
                name text, citizen_id text, phone text, school text, education_level text, left_school_on text, household_region text, residence_region text,
                hardship text)
            """,
            connection))
        {
            await create.ExecuteNonQueryAsync();
        }

        var began = Stopwatch.GetTimestamp();
        using (var content = new StreamReader(roster.Path))
        await using (var copy = await connection.BeginTextImportAsync("COPY roster FROM STDIN (FORMAT csv, HEADER true)"))
        {
            var buffer = new char[1 << 16];
            for (int length; (length = await content.ReadBlockAsync(buffer)) > 0;)
            {
                await copy.WriteAsync(buffer.AsMemory(0, length));
            }
        }

        return Stopwatch.GetElapsedTime(began);
    }
}
