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
        await using (var content = File.OpenRead(roster.Path))
        await using (var copy = await connection.BeginRawBinaryCopyAsync("COPY roster FROM STDIN (FORMAT csv, HEADER true)"))
        {
            await content.CopyToAsync(copy);
        }

        return Stopwatch.GetElapsedTime(began);
    }
}
