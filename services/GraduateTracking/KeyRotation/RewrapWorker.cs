using Npgsql;

namespace YouthPlatform.GraduateTracking.KeyRotation;

/// <summary>Wraps what is under a retiring key, in one process at a time; begins at once when a key is changed, and goes on after a restart.</summary>
internal sealed partial class RewrapWorker(KeyRewrap rewrap, NpgsqlDataSource database, ILogger<RewrapWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _raised = new(0);

    /// <summary>There is something to do.</summary>
    public void Raise() => _raised.Release();

    public override void Dispose()
    {
        _raised.Dispose();
        base.Dispose();
    }

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
        await using var own = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended('youthplatform.vault.rewrap', 0))", connection);
        if (await own.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return;
        }

        try
        {
            await rewrap.RunAsync(cancellationToken);
        }
        finally
        {
            await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock(hashtextextended('youthplatform.vault.rewrap', 0))", connection);
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Data keys could not be wrapped anew; it is tried again in half a minute.")]
    private partial void Failed(Exception exception);
}
