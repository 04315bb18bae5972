using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Rebuild;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>
/// Rolls all facts up again when the definitions are others than those that the rows were made with, before the service answers:
/// a new column has its figures from the first day on.
/// </summary>
internal sealed partial class DefinitionsInForce(
    IndicatorEngine engine,
    IEventStore store,
    NpgsqlDataSource dataSource,
    ProjectionRebuilder rebuilder,
    ILogger<DefinitionsInForce> logger) : IHostedService
{
    /// <summary>Where it is remembered which definitions the rows were made with.</summary>
    public static SchemaPart Schema { get; } = new(
        "indicator-definitions",
        "CREATE TABLE IF NOT EXISTS indicator_definitions (projection text PRIMARY KEY, fingerprint bytea NOT NULL)");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var fingerprint = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { engine.Indicators, engine.Identities, KeyHistory.Order }));
        if (await IsInForceAsync(fingerprint, cancellationToken))
        {
            return;
        }

        if (await store.GetHeadPositionAsync(cancellationToken) > 0)
        {
            LogRebuilding(logger);
            await rebuilder.RebuildAsync(IndicatorProjection.ProjectionName, cancellationToken);
        }

        await RememberAsync(fingerprint, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> IsInForceAsync(byte[] fingerprint, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            "SELECT EXISTS (SELECT FROM indicator_definitions WHERE projection = $1 AND fingerprint = $2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = IndicatorProjection.ProjectionName });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = fingerprint });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private async Task RememberAsync(byte[] fingerprint, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            INSERT INTO indicator_definitions (projection, fingerprint) VALUES ($1, $2)
            ON CONFLICT (projection) DO UPDATE SET fingerprint = excluded.fingerprint
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = IndicatorProjection.ProjectionName });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = fingerprint });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "The definitions of figures have changed; all facts are rolled up again.")]
    private static partial void LogRebuilding(ILogger logger);
}
