using System.Diagnostics;

namespace YouthPlatform.EventStore.Bench;

/// <summary>The workloads, and the logs they share.</summary>
internal sealed class WorkloadList : IAsyncDisposable
{
    internal const string Storage = "storage";

    private const int LongStream = 50;
    private const int ShortStream = 10;

    private readonly BenchOptions _options;
    private readonly Dictionary<string, BenchLog> _logs = [];
    private BenchServer? _server;
    private Baselines? _baselines;

    internal WorkloadList(BenchOptions options)
    {
        _options = options;
        All =
        [
            Append("append, 1 caller", callers: 1, clients: 1, aim: 1.8),
            Append("append, 8 callers", callers: 8, clients: 8, aim: 2.0),
            Append("append, 64 callers", callers: 64, clients: 8, aim: 3.5),
            new(
                "load, decide, append, 8 callers", "commands", "base1, 8 clients", 0.5,
                RememberedAsync, () => Baselines.OneEventAsync(8), DecideAsync),
            Reading("fold 50-event streams", 0.65, "long", LongAsync, FoldAsync),
            Reading("read all in order, decoded", 2.0, "together", TogetherAsync, () => ReadAllAsync("together")),
            Rebuild("rebuild a row a stream, together", 1.2, "together", TogetherAsync, "row_per_stream"),
            Rebuild("rebuild a row a stream, scattered", 1.0, "scattered", ScatteredAsync, "row_per_stream"),
            Rebuild("rebuild counts in 100 rows", 1.6, "together", TogetherAsync, "counts"),
            new(
                "full log: append, 8 callers", "commands", "an empty log", 0.9,
                FullAsync, () => PerSecondAsync(() => AppendAsync("appends", 8)), () => AppendAsync("filled", 8)),
            new(
                "full log: read all", "events", "a short log", 0.9,
                FullAsync, () => PerSecondAsync(() => ReadAllAsync("together")), () => ReadAllAsync("filled")),
        ];
    }

    internal IEnumerable<string> Names => [.. All.Select(workload => workload.Name), Storage];

    internal IReadOnlyList<Workload> All { get; }

    private BenchServer Server => _server ?? throw new InvalidOperationException("There is no server yet.");

    private Baselines Baselines => _baselines ?? throw new InvalidOperationException("There is no server yet.");

    /// <summary>Names the server that the workloads run on.</summary>
    internal void Use(BenchServer server)
    {
        _server = server;
        _baselines = new Baselines(server, _options);
    }

    /// <summary>Bytes an event.</summary>
    internal async Task<double> StorageAsync()
    {
        await TogetherAsync();
        return (double)await _logs["together"].BytesAsync() / _logs["together"].Events;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var log in _logs.Values)
        {
            await log.DisposeAsync();
        }
    }

    private Workload Append(string name, int callers, int clients, double aim) => new(
        name,
        "commands",
        $"base5, {clients} client{(clients == 1 ? "" : "s")}",
        aim,
        AppendsAsync,
        () => Baselines.FiveEventsAsync(clients),
        () => AppendAsync("appends", callers));

    private Workload Reading(string name, double aim, string log, Func<Task> prepare, Func<Task<long>> run) =>
        new(name, "events", "COPY", aim, prepare, () => Baselines.CopyAsync(_logs[log]), run);

    private Workload Rebuild(string name, double aim, string log, Func<Task> prepare, string projection) =>
        Reading(name, aim, log, prepare, () => _logs[log].Rebuilder.RebuildAsync(projection, CancellationToken.None));

    private Task LongAsync() => LogAsync("long", _options.Streams, LongStream, scattered: false);

    /// <summary>Long streams whose aggregates have been used before.</summary>
    private async Task RememberedAsync()
    {
        await LongAsync();
        await Parallel.ForEachAsync(_logs["long"].Streams, async (stream, cancellationToken) =>
            await Aggregate<Attendance, Worked, ReportHours, HoursReported>.LoadAsync(_logs["long"].Store, stream, cancellationToken));
    }

    private Task TogetherAsync() => LogAsync("together", _options.Events / ShortStream, ShortStream, scattered: false);

    private Task ScatteredAsync() => LogAsync("scattered", _options.Events / ShortStream, ShortStream, scattered: true);

    private Task AppendsAsync() => LogAsync("appends", 0, 0, scattered: false);

    private async Task FullAsync()
    {
        await AppendsAsync();
        await TogetherAsync();
        await LogAsync("filled", _options.Full / ShortStream, ShortStream, scattered: false);
    }

    private async Task LogAsync(string name, int streams, int eventsEach, bool scattered)
    {
        if (!_logs.ContainsKey(name))
        {
            _logs.Add(name, await BenchLog.CreateAsync(Server, name, streams, eventsEach, scattered));
        }
    }

    private Task<long> DecideAsync()
    {
        var log = _logs["long"];
        return TimedAsync(8, async number =>
        {
            async Task<AppendResult> AttemptAsync()
            {
                var stream = log.Streams[(int)(number % log.Streams.Count)];
                var loaded = await Aggregate<Attendance, Worked, ReportHours, HoursReported>.LoadAsync(log.Store, stream, CancellationToken.None);
                var decision = loaded.Decide(new ReportHours(40));
                return await log.Store.AppendAsync(new Append([decision.Append], Attendance.Metadata), CancellationToken.None);
            }

            try
            {
                await Presumption.RunAsync(AttemptAsync);
            }
            catch (WrongExpectedVersionException)
            {
                // The caller before of the same stream has been told of its commit, and the remembered state has not.
                await AttemptAsync();
            }
        });
    }

    private async Task<long> FoldAsync()
    {
        var log = _logs["long"];
        var folded = 0L;
        await TimedAsync(8, async number =>
        {
            var loaded = await log.Store.LoadAsync(log.Streams[(int)(number % log.Streams.Count)], CancellationToken.None);
            Interlocked.Add(ref folded, Aggregate<Attendance, Worked, ReportHours, HoursReported>.From(loaded).State.Weeks);
        });
        return folded;
    }

    private Task<long> AppendAsync(string log, int callers) => TimedAsync(callers, async _ => await _logs[log].Store.AppendAsync(
        new Append([new StreamAppend(Attendance.NewStream(), 0, Attendance.Reports(1, 5))], Attendance.Metadata), CancellationToken.None));

    private static async Task<double> PerSecondAsync(Func<Task<long>> run)
    {
        var started = Stopwatch.GetTimestamp();
        var operations = await run();
        return operations / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private async Task<long> ReadAllAsync(string log)
    {
        var weeks = 0L;
        var read = 0L;
        await foreach (var batch in _logs[log].Store.ReadBatchesAsync(0, int.MaxValue, CancellationToken.None))
        {
            foreach (var recorded in batch)
            {
                read++;
                weeks += ((HoursReported)recorded.Data).Week;
            }
        }

        return weeks > 0 ? read : throw new InvalidOperationException("The log is empty.");
    }

    /// <summary>Keeps callers busy for the time of a measurement; each operation has a number of its own.</summary>
    private async Task<long> TimedAsync(int callers, Func<long, Task> operation)
    {
        var started = Stopwatch.GetTimestamp();
        var limit = TimeSpan.FromSeconds(_options.Seconds);
        var next = -1L;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < limit)
            {
                await operation(Interlocked.Increment(ref next));
            }
        })));
        return next + 1;
    }
}
