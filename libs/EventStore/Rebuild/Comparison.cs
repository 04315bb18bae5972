using Npgsql;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Rebuild;

internal static class Comparison
{
    public static async Task<ProjectionDifference?> OfAsync(
        NpgsqlConnection connection, string liveSchema, string sideSchema, string table, CancellationToken cancellationToken)
    {
        await using var command = Statements.Command(
            connection,
            $"""
            WITH live AS (SELECT whole_row::text AS r FROM {liveSchema}.{table} AS whole_row),
                rebuilt AS (SELECT whole_row::text AS r FROM {sideSchema}.{table} AS whole_row),
                only_live AS (SELECT r FROM live EXCEPT ALL SELECT r FROM rebuilt),
                only_rebuilt AS (SELECT r FROM rebuilt EXCEPT ALL SELECT r FROM live)
            SELECT (SELECT count(*) FROM only_live), (SELECT count(*) FROM only_rebuilt),
                ARRAY(SELECT 'live ' || r FROM only_live ORDER BY r LIMIT 5)
                    || ARRAY(SELECT 'rebuilt ' || r FROM only_rebuilt ORDER BY r LIMIT 5)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        _ = await reader.ReadAsync(cancellationToken);
        var difference = new ProjectionDifference(
            table, reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<string[]>(2));
        return difference is { OnlyLive: 0, OnlyRebuilt: 0 } ? null : difference;
    }
}
