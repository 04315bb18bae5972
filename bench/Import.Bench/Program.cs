using System.Diagnostics;
using System.Globalization;
using YouthPlatform.Import.Bench;
using YouthPlatform.LocalServers;

// A roster sent to the real service, beside COPY of the same file into one plain table. Arguments: --directory D, --kill, people (1000000).
// With --kill the service is killed (SIGKILL) when half of the rows are in, started again, and sent the file again.
var rest = args is ["--directory", _, ..] ? args[2..] : args;
var parent = args is ["--directory", var given, ..] ? given : Path.GetTempPath();
var kills = rest is ["--kill", ..];
rest = kills ? rest[1..] : rest;
var people = 1_000_000;
if (rest.Length > 1 || (rest.Length == 1 && !int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out people)))
{
    await Console.Error.WriteLineAsync("usage: ./youth bench import [--kill] [people]");
    return 2;
}

var directory = new DirectoryInfo(Path.Combine(Path.GetFullPath(parent), "import-bench"));
if (directory.Exists)
{
    directory.Delete(recursive: true);
}

directory.Create();
try
{
    await using var postgres = await PostgresServer.StartAsync(new(Path.Combine(directory.FullName, "postgres")));
    var roster = RosterFile.Create(Path.Combine(directory.FullName, "roster.csv"), people);
    Console.WriteLine($"{roster.Rows} rows, {roster.Bytes >> 20} MiB");
    var copied = await PlainCopy.RunAsync(postgres, roster);
    Report("COPY into one plain table", roster.Rows, copied);

    await using var issuer = await Issuer.StartAsync();
    if (kills)
    {
        await using var killed = await TrackingService.StartAsync(postgres, issuer, directory.FullName);
        var started = Stopwatch.GetTimestamp();
        var sending = killed.ImportAsync(roster, issuer.Token());
        var rows = await Progress.ReachAsync(postgres, roster.Rows / 2, sending);
        killed.Kill();
        Report($"roster import, killed at {rows} rows", rows, Stopwatch.GetElapsedTime(started));
        await Progress.BreakAsync(sending);
    }

    var before = await Progress.RowsAsync(postgres);
    await using var service = await TrackingService.StartAsync(postgres, issuer, directory.FullName);
    var atFirst = service.PeakMemory;
    var began = Stopwatch.GetTimestamp();
    var answer = await service.ImportAsync(roster, issuer.Token());
    var imported = Stopwatch.GetElapsedTime(began);
    Report(before == 0 ? "roster import" : $"sent again, gone on after row {before}", roster.Rows - before, imported);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {copied * (roster.Rows - before) / roster.Rows / imported:0.0000}"));
    Console.WriteLine($"peak memory {service.PeakMemory >> 20} MiB, {atFirst >> 20} MiB of it before the first row");
    Console.WriteLine(answer);
    Console.WriteLine($"people on the ledger: {await Progress.PeopleAsync(postgres)}, in the file: {people}");

    began = Stopwatch.GetTimestamp();
    await service.ImportAsync(roster, issuer.Token());
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the same file again: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
    var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
    Console.WriteLine($"load {load} at the end");
    return 0;
}
catch (LocalServerException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

static void Report(string what, long rows, TimeSpan time) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{what}: {time.TotalSeconds:0.0} s, {rows / time.TotalSeconds:0} rows/s"));
