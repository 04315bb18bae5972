using System.Diagnostics;
using System.Globalization;
using Npgsql;
using YouthPlatform.EventStore.Bench;
using YouthPlatform.LocalServers;
using YouthPlatform.Policy;
using YouthPlatform.Reporting;
using YouthPlatform.Reporting.Bench;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;

// Facts a second taken in and replayed, and the province's form (14 prefectures x 30 columns) read, by number of facts.
// Arguments: --directory D, numbers of facts (10000 1000000). Or: messages, their number, and how many are handled at once (messages 5000 1 16).
var rest = args is ["--directory", _, ..] ? args[2..] : args;
var parent = args is ["--directory", var given, ..] ? given : Path.GetTempPath();
int[]? messages = rest is ["messages", .. var numbers] ? [.. numbers.Select(Number)] : null;
int[] sizes = messages is not null ? [] : rest.Length == 0 ? [10_000, 1_000_000] : [.. rest.Select(Number)];
var directory = new DirectoryInfo(Path.Combine(Path.GetFullPath(parent), "reporting-bench"));
if (directory.Exists)
{
    directory.Delete(recursive: true);
}

directory.Create();
var definitions = Definitions.Load(Path.Combine(Repository(), "seeds"));
await using var postgres = await PostgresServer.StartAsync(new(Path.Combine(directory.FullName, "postgres")));
var server = new ServerCpu(postgres.Pid);
if (messages is [var count, .. var atOnce])
{
    await using var broker = await RabbitMqServer.StartAsync(new(Path.Combine(directory.FullName, "rabbitmq")));
    var run = new MessageRun(postgres, broker, definitions);
    foreach (var concurrency in atOnce)
    {
        var (own, before) = (Environment.CpuUsage.TotalTime, server.Read());
        var took = await run.MeasureAsync(count, concurrency);
        Say($"{count} messages, {concurrency} at once: {count / took.TotalSeconds:0} messages/s; CPU a message, sending included: client {(Environment.CpuUsage.TotalTime - own).TotalMicroseconds / count:0} us, database {(server.Read() - before).TotalMicroseconds / count:0} us");
    }
}

foreach (var size in sizes)
{
    await MeasureAsync(size);
}

return 0;

async Task MeasureAsync(int size)
{
    await postgres.EnsureDatabaseAsync($"facts_{size}");
    var database = postgres.ConnectionString($"facts_{size}");
    var year = new RandomYear(definitions.Policy.Regions, size);
    var filling = Stopwatch.StartNew();
    await using (var log = await ReportingLog.OpenAsync(database, definitions, settles: false))
    {
        await log.AppendAsync(year, 0, size, together: 200, callers: 8);
    }

    Say($"{size} facts, filled in {filling.Elapsed.TotalSeconds:0.0} s");
    await using var reporting = await ReportingLog.OpenAsync(database, definitions, settles: true);
    await TimeAsync("rebuilt", size, () => reporting.Rebuilder.RebuildAsync(IndicatorProjection.ProjectionName, CancellationToken.None));
    await AnalyzeAsync(reporting.Database);
    var more = Math.Clamp(size / 5, 5_000, 50_000);
    await TimeAsync("taken in one by one, 64 at a time", more, () => reporting.AppendAsync(year, size, size + more, together: 1, callers: 64));
    await ReadAsync(reporting);
}

async Task TimeAsync(string what, int facts, Func<Task> work)
{
    var (client, before, watch) = (Environment.CpuUsage.TotalTime, server.Read(), Stopwatch.StartNew());
    await work();
    var (own, servers) = (Environment.CpuUsage.TotalTime - client, server.Read() - before);
    Say($"  {what}: {facts / watch.Elapsed.TotalSeconds:0} facts/s; CPU a fact: client {own.TotalMicroseconds / facts:0} us, server {servers.TotalMicroseconds / facts:0} us");
}

async Task ReadAsync(ReportingLog reporting)
{
    var book = new FormBook(definitions.Policy);
    var reader = new FormReader(book, new FormRows(reporting.Database), new IndicatorReader(reporting.Database), reporting.Store, TimeProvider.System);
    var (form, month) = book.Get("h32_progress", "2023-11");
    var unit = book.UnitsOf(form).Single(unit => unit.Code.Value == "430100");
    var today = ChinaDate.Of(TimeProvider.System.GetUtcNow());
    Say($"  the province's form: {await MedianAsync(() => reader.ReadProvinceAsync(form, month, CancellationToken.None)):0.0} ms");
    Say($"  the province's form as known on a day: {await MedianAsync(() => reader.ReadProvinceAsync(form, month, CancellationToken.None, today)):0.0} ms");
    Say($"  a prefecture's form: {await MedianAsync(() => reader.ReadAsync(form, unit, month, CancellationToken.None)):0.0} ms");
}

static async Task<double> MedianAsync(Func<Task> read)
{
    List<double> times = [];
    for (var i = 0; i < 60; i++)
    {
        var watch = Stopwatch.StartNew();
        await read();
        times.Add(watch.Elapsed.TotalMilliseconds);
    }

    return times.Skip(10).Order().ElementAt(25);
}

static async Task AnalyzeAsync(NpgsqlDataSource database)
{
    await using var command = database.CreateCommand("VACUUM ANALYZE");
    command.CommandTimeout = 0;
    await command.ExecuteNonQueryAsync();
}

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

static string Repository()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (!File.Exists(Path.Combine(folder.FullName, "YouthPlatform.sln")))
    {
        folder = folder.Parent ?? throw new InvalidOperationException("The benchmark does not stand in the repository.");
    }

    return folder.FullName;
}

static void Say(FormattableString line) =>
    Console.WriteLine($"{line.ToString(CultureInfo.InvariantCulture)} (load {File.ReadAllText("/proc/loadavg").Split(' ')[0]})");
