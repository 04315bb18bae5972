using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Erasures;

/// <summary>Erases what is due once a day, where <c>Retention:RunsNightly</c> says so; otherwise officials do.</summary>
internal sealed partial class RetentionWorker(
    Retention retention, PolicyData policy, IConfiguration configuration, TimeProvider time, ILogger<RetentionWorker> logger) : BackgroundService
{
    /// <summary>Name under which the worker erases.</summary>
    public const string Actor = "retention";

    private const int BatchSize = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue<bool>("Retention:RunsNightly"))
        {
            return;
        }

        DateOnly? done = null;
        using var timer = new PeriodicTimer(Pause);
        do
        {
            if (time.Today() != done && await RunAsync(stoppingToken))
            {
                done = time.Today();
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var provinces = policy.Regions.ChildrenOf(RegionCode.China).Select(province => province.Code).ToList();
            int erased;
            do
            {
                erased = (await retention.RunAsync(provinces, Actor, BatchSize, cancellationToken)).Count;
                Erased(erased);
            }
            while (erased == BatchSize);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or CommitUnknownException)
        {
            Failed(e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention: {Count} people were erased.")]
    private partial void Erased(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Retention could not be carried out; it is tried again in a minute.")]
    private partial void Failed(Exception exception);
}
