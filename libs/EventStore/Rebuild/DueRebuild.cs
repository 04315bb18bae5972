using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Rebuild;

/// <summary>
/// Rebuilds all projections before the service answers, if whoever moved its database to another store asks for it. One process does it;
/// others wait for it.
/// </summary>
internal sealed partial class DueRebuild(NpgsqlDataSource dataSource, ProjectionRebuilder rebuilder, ILogger<DueRebuild> logger) : IHostedService
{
    private const string Lock = "SELECT pg_advisory_lock(hashtextextended('youthplatform.rebuild_due', 0))";

    private const string Unlock = "SELECT pg_advisory_unlock(hashtextextended('youthplatform.rebuild_due', 0))";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        if (!await IsDueAsync(connection, cancellationToken))
        {
            return;
        }

        await Statements.ExecuteAsync(connection, Lock, cancellationToken);
        try
        {
            if (await IsDueAsync(connection, cancellationToken))
            {
                foreach (var name in rebuilder.Names)
                {
                    Rebuilding(name);
                    await rebuilder.RebuildAsync(name, cancellationToken);
                }

                await Statements.ExecuteAsync(connection, "DELETE FROM log.rebuild_due", cancellationToken);
            }
        }
        finally
        {
            await Statements.ExecuteAsync(connection, Unlock, CancellationToken.None);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Task<bool> IsDueAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        Statements.ScalarAsync<bool>(connection, "SELECT EXISTS (SELECT FROM log.rebuild_due)", cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "The log came from another store: rebuilding projection {Name}")]
    private partial void Rebuilding(string name);
}
