using System.Diagnostics;
using System.Globalization;
using YouthPlatform.Latency.Bench;
using YouthPlatform.LocalServers;

// From the commit of an event to the broker's confirm, and to whoever listens to the feed. Arguments: --directory D, events a
// second (500), seconds (20); the first five seconds more are not counted.
const int WarmUp = 5;
var rest = args is ["--directory", _, ..] ? args[2..] : args;
var parent = args is ["--directory", var given, ..] ? given : Path.GetTempPath();
if (rest.Length > 2 || !Array.TrueForAll(rest, word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    await Console.Error.WriteLineAsync("usage: ./youth bench latency [events a second] [seconds]");
    return 2;
}

var perSecond = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 500;
var seconds = rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 20;
var directory = Path.Combine(Path.GetFullPath(parent), "latency-bench");
try
{
    await using var postgres = await PostgresServer.StartAsync(new(Path.Combine(directory, "postgres")));
    await using var broker = await RabbitMqServer.StartAsync(new(Path.Combine(directory, "rabbitmq")));
    await postgres.EnsureDatabaseAsync("latency");
    await using var host = await PublishingHost.StartAsync(postgres.ConnectionString("latency"), broker.ConnectionString());
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
    var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
    Console.WriteLine($"{perSecond} events/s for {seconds} s; load {load} at the end");
    return 0;
}
catch (LocalServerException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
finally
{
    if (Directory.Exists(directory))
    {
        Directory.Delete(directory, recursive: true);
    }
}

static void Report(string what, Latencies latencies, string aim) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{what,-28} p50 {latencies.P50,7:F1} ms   p99 {latencies.P99,7:F1} ms   max {latencies.Max,7:F1} ms   {aim}"));
