using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Subsidies.LateMatches;

/// <summary>Looks once an hour for people who came onto the ledger since the month's file; officials may look at any time.</summary>
internal sealed partial class LateMatchWorker(LateMatching matching, TimeProvider time, ILogger<LateMatchWorker> logger) : BackgroundService
{
    /// <summary>Name under which the worker finds.</summary>
    public const string Actor = "late_matching";

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly string[] Everywhere = ["%"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var matched = await matching.RunAsync(Everywhere, Actor, time.Today(), stoppingToken);
                Matched(matched);
            }
            catch (Exception e) when (e is NpgsqlException or CommitUnknownException)
            {
                Failed(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Late matching: {Count} rows of the newly insured found their person.")]
    private partial void Matched(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Late matching could not be carried out; it is tried again in an hour.")]
    private partial void Failed(Exception exception);
}
