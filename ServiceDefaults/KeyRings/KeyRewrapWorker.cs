using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace YouthPlatform.ServiceDefaults.KeyRings;

/// <summary>Wraps what is under a retiring key, in one process at a time; begins at once when a key is changed, and goes on after a restart.</summary>
/// <typeparam name="TRewrap">What is wrapped.</typeparam>
/// <param name="rewrap">Does it.</param>
/// <param name="database">The service's database.</param>
/// <param name="logger">Hears of failures.</param>
public sealed partial class KeyRewrapWorker<TRewrap>(TRewrap rewrap, NpgsqlDataSource database, ILogger<KeyRewrapWorker<TRewrap>> logger)
    : BackgroundService
    where TRewrap : KeyRewrap
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _raised = new(0);

    /// <summary>There is something to do.</summary>
    public void Wake() => _raised.Release();

    /// <inheritdoc />
    public override void Dispose()
    {
        _raised.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
                await _raised.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException e)
            {
                Failed(e);
                await _raised.WaitAsync(Poll, stoppingToken);
            }
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await LockAsync("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", connection, cancellationToken) is not true)
        {
            return;
        }

        try
        {
            await rewrap.RunAsync(cancellationToken);
        }
        finally
        {
            await LockAsync("SELECT pg_advisory_unlock(hashtextextended($1, 0))", connection, CancellationToken.None);
        }
    }

    private async Task<object?> LockAsync(string sql, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = $"youthplatform.{rewrap.Tables.Schema}.rewrap" } } };
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Data keys could not be wrapped anew; it is tried again in half a minute.")]
    private partial void Failed(Exception exception);
}
