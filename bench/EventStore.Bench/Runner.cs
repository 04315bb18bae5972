using System.Diagnostics;
using System.Globalization;

namespace YouthPlatform.EventStore.Bench;

/// <summary>Measures in pairs: a baseline and the workload beside each other, in turns first; the ratio is the median of the pairs'.</summary>
internal sealed class Runner(BenchServer server, BenchOptions options)
{
    private const string Row = "{0,-33} {1,9} {2,-8} {3,8} {4,8} {5,10} {6,6} {7,5}  {8}";

    internal async Task RunAsync(WorkloadList list, string[] args)
    {
        Say(Row, "workload", "per s", "", "client", "server", "baseline", "ratio", "aim", "of");
        Say(Row, "", "", "", "us CPU", "us CPU", "per s", "", "", "");
        foreach (var workload in list.All.Where(workload => options.Wants(workload.Name)))
        {
            await MeasureAsync(workload);
        }

        if (options.Wants(WorkloadList.Storage))
        {
            var bytes = await list.StorageAsync();
            Say("{0,-33} {1,9:F0} bytes an event with all indexes, 10 events a stream; aim at most 290", WorkloadList.Storage, bytes);
        }

        Say("");
        await Where.PrintAsync(args);
    }

    private static void Say(string format, params object[] values) =>
        Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, format, values));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private async Task MeasureAsync(Workload workload)
    {
        await workload.PrepareAsync();
        await WarmUpAsync(workload);
        await server.ExecuteAsync("postgres", "CHECKPOINT");
        List<Measurement> measurements = [];
        for (var round = 0; round < options.Rounds; round++)
        {
            // Whoever comes second finds another cache and another checkpoint: they take turns.
            var first = round % 2 == 0 ? await workload.BaselineAsync() : 0;
            var measured = await RunAsync(workload);
            var baseline = first > 0 ? first : await workload.BaselineAsync();
            measurements.Add(measured with { Ratio = measured.PerSecond / baseline });
        }

        Print(workload, measurements);
    }

    /// <summary>Runs it as long as a timed one takes: what is run often is compiled a second and a third time.</summary>
    private async Task WarmUpAsync(Workload workload)
    {
        var started = Stopwatch.GetTimestamp();
        do
        {
            await workload.RunAsync();
        }
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < options.Seconds);
    }

    private async Task<Measurement> RunAsync(Workload workload)
    {
        GC.Collect();
        var (client, serverCpu, started) = (Environment.CpuUsage.TotalTime, server.Cpu.Read(), Stopwatch.GetTimestamp());
        var operations = await workload.RunAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new Measurement(
            operations / elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - client).TotalMicroseconds / operations,
            (server.Cpu.Read() - serverCpu).TotalMicroseconds / operations,
            0);
    }

    private static void Print(Workload workload, List<Measurement> measurements)
    {
        var perSecond = Median(measurements.Select(m => m.PerSecond));
        Say(
            Row,
            workload.Name,
            perSecond.ToString("N0", CultureInfo.InvariantCulture),
            workload.Unit,
            Short(Median(measurements.Select(m => m.ClientCpu))),
            Short(Median(measurements.Select(m => m.ServerCpu))),
            Median(measurements.Select(m => m.PerSecond / m.Ratio)).ToString("N0", CultureInfo.InvariantCulture),
            Median(measurements.Select(m => m.Ratio)).ToString("F2", CultureInfo.InvariantCulture),
            workload.Aim.ToString("0.0#", CultureInfo.InvariantCulture),
            workload.BaselineName);
    }

    private static string Short(double microseconds) => microseconds.ToString(microseconds < 10 ? "F2" : "F0", CultureInfo.InvariantCulture);
}
