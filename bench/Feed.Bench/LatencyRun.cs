using System.Diagnostics;
using System.Globalization;
using YouthPlatform.LocalServers;

namespace YouthPlatform.Feed.Bench;

/// <summary>From the commit of an event to the broker's confirm, and to whoever listens to the feed.</summary>
internal static class LatencyRun
{
    private const int WarmUp = 5;

    /// <summary>Runs it and prints the figures.</summary>
    /// <param name="postgres">The database server.</param>
    /// <param name="broker">The broker.</param>
    /// <param name="perSecond">Events a second.</param>
    /// <param name="seconds">Seconds that are counted; five more before them are not.</param>
    internal static async Task RunAsync(PostgresServer postgres, RabbitMqServer broker, int perSecond, int seconds)
    {
        await using var host = await PublishingHost.StartAsync(postgres.ConnectionString("feed"), broker.ConnectionString());
        using var instants = new Instants(perSecond * (WarmUp + seconds));
        using var listener = new FeedListener();
        var reading = listener.ReadAsync(host.Address, instants.Count, instants.Streamed);
        await Load.RunAsync(host.Store, instants, perSecond);
        await reading.WaitAsync(TimeSpan.FromSeconds(60));
        for (var began = Stopwatch.GetTimestamp(); instants.ConfirmedCount < instants.Count; await Task.Delay(50))
        {
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(60))
            {
                throw new TimeoutException($"Only {instants.ConfirmedCount} of {instants.Count} events were confirmed within a minute.");
            }
        }

        var counted = perSecond * WarmUp;
        Report("hand-in to commit", instants.Commits(counted), "");
        Report("commit to RabbitMQ confirm", instants.Confirms(counted), "p50 < 20, p99 < 150");
        Report("commit to SSE on the feed", instants.Streams(counted), "p50 < 20, p99 < 150");
        Console.WriteLine($"{perSecond} events/s for {seconds} s");
    }

    private static void Report(string what, Latencies latencies, string aim) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-28} p50 {latencies.P50,7:F1} ms   p99 {latencies.P99,7:F1} ms   max {latencies.Max,7:F1} ms   {aim}"));
}
