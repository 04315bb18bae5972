using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Drift;

/// <summary>Checks each night at half past two, China time, in one of the processes; what it finds is stored, measured and logged.</summary>
internal sealed partial class NightlyDrift(DriftCheck check, TimeProvider time, ILogger<NightlyDrift> logger) : BackgroundService
{
    /// <summary>Who asked for the checks of the nights.</summary>
    public const string Account = "nightly";

    private static readonly TimeSpan At = new(2, 30, 0);

    /// <summary>The next time to check, strictly after an instant.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset now)
    {
        var today = Instant(ChinaDate.Of(now));
        return today > now ? today : today.AddDays(1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var due = NextAfter(time.GetUtcNow());
            await Task.Delay(due - time.GetUtcNow(), time, stoppingToken);
            try
            {
                if (await check.ListAsync(1, stoppingToken) is not [{ By: Account, CheckedOn: var last }] || last < due)
                {
                    await check.RunAsync(Account, stoppingToken);
                }
            }
            catch (Exception e) when (e is NpgsqlException or RuleViolation)
            {
                // Somebody else is at it, or the database is away: there is another night.
                LogSkipped(e);
            }
        }
    }

    private static DateTimeOffset Instant(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue) + At, TimeSpan.FromHours(8));

    [LoggerMessage(LogLevel.Warning, "The nightly comparison with the log was not made.")]
    private partial void LogSkipped(Exception exception);
}
