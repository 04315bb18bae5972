using System.Text.Json;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.ServiceDefaults;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Drift;

/// <summary>
/// Replays the log beside the derived tables and names every row that differs. One check at a time, whichever process makes it; the
/// results are kept.
/// </summary>
internal sealed partial class DriftCheck(
    ProjectionRebuilder rebuilder, NpgsqlDataSource dataSource, DriftMetrics metrics, TimeProvider time, ILogger<DriftCheck> logger)
{
    private const string Lock = "SELECT pg_try_advisory_lock(hashtextextended('youthplatform.drift', 0))";

    private const string Unlock = "SELECT pg_advisory_unlock(hashtextextended('youthplatform.drift', 0))";

    /// <summary>Where results are kept.</summary>
    public static SchemaPart Schema { get; } = new(
        "drift-checks",
        """
        CREATE TABLE IF NOT EXISTS drift_checks (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            checked_on timestamptz NOT NULL,
            checked_by text NOT NULL,
            report jsonb NOT NULL)
        """);

    /// <summary>Checks everything now.</summary>
    /// <exception cref="RuleViolation"><c>drift.busy</c>: a check is under way. <c>projection.busy</c>: a projection is being rebuilt.</exception>
    public async Task<DriftReport> RunAsync(string by, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        if (!await IsTrueAsync(connection, Lock))
        {
            throw new RuleViolation("drift.busy", "核对正在进行，请稍后查看结果。");
        }

        try
        {
            var checkedOn = time.GetUtcNow();
            List<ProjectionDrift> projections = [];
            foreach (var name in rebuilder.Names.Order(StringComparer.Ordinal))
            {
                projections.Add(new ProjectionDrift(name, await rebuilder.CompareAsync(name, cancellationToken)));
            }

            var report = new DriftReport(checkedOn, by, projections.TrueForAll(each => each.Differences.Count == 0), projections);
            await KeepAsync(report, cancellationToken);
            return report;
        }
        finally
        {
            await IsTrueAsync(connection, Unlock);
        }
    }

    /// <summary>The last results, newest first.</summary>
    public Task<List<DriftReport>> ListAsync(int limit, CancellationToken cancellationToken) => dataSource.RowsAsync(
        "SELECT report::text FROM drift_checks ORDER BY id DESC LIMIT $1",
        [limit],
        row => JsonSerializer.Deserialize<DriftReport>(row.GetString(0), PlatformJson.Options)!,
        cancellationToken);

    private static async Task<bool> IsTrueAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(CancellationToken.None) is true;
    }

    private async Task KeepAsync(DriftReport report, CancellationToken cancellationToken)
    {
        foreach (var projection in report.Projections)
        {
            var rows = projection.Differences.Sum(difference => difference.OnlyLive + difference.OnlyRebuilt);
            metrics.Report(projection.Projection, rows);
            if (rows > 0)
            {
                LogDrift(projection.Projection, rows);
            }
        }

        await using var command = dataSource.CreateCommand(
            "INSERT INTO drift_checks (checked_on, checked_by, report) VALUES ($1, $2, $3::jsonb)");
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = report.CheckedOn });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = report.By });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(report, PlatformJson.Options) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "The tables of {Projection} are not what the log says: {Rows} rows differ.")]
    private partial void LogDrift(string projection, long rows);
}
