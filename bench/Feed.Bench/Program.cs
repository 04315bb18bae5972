using System.Globalization;
using YouthPlatform.Feed.Bench;
using YouthPlatform.LocalServers;

// Arguments: --directory D, then "latency", events a second (500), seconds (20); or "feed", events (200000).
var parent = args is ["--directory", var given, ..] ? given : Path.GetTempPath();
var rest = args is ["--directory", _, ..] ? args[2..] : args;
int[] numbers = [.. rest.Skip(1).Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
if (rest is not (["latency"] or ["latency", _] or ["latency", _, _] or ["feed"] or ["feed", _]) || numbers.Contains(0))
{
    await Console.Error.WriteLineAsync("usage: ./youth bench latency [events a second] [seconds], or ./youth bench feed [events]");
    return 2;
}

var directory = Path.Combine(Path.GetFullPath(parent), "feed-bench");
try
{
    await using var postgres = await PostgresServer.StartAsync(new(Path.Combine(directory, "postgres")));
    await using var broker = await RabbitMqServer.StartAsync(new(Path.Combine(directory, "rabbitmq")));
    await postgres.EnsureDatabaseAsync("feed");
    await (rest[0] == "latency"
        ? LatencyRun.RunAsync(postgres, broker, numbers.ElementAtOrDefault(0) is > 0 and var rate ? rate : 500, numbers.ElementAtOrDefault(1) is > 0 and var seconds ? seconds : 20)
        : ReadingRun.RunAsync(postgres, broker, numbers.ElementAtOrDefault(0) is > 0 and var events ? events : 200_000));
    Console.WriteLine($"load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} at the end");
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
