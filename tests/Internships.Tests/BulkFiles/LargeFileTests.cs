using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Npgsql;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.BulkFiles;

/// <summary>
/// Files of many rows. How many is <c>YOUTH_IMPORT_ROWS</c>; with 100000 the first test is the measurement of docs/internships.md.
/// </summary>
public sealed class LargeFileTests(PostgresFixture postgres)
{
    private const string Path = "attendance-imports";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static int Rows => int.Parse(Environment.GetEnvironmentVariable("YOUTH_IMPORT_ROWS") ?? "3000", CultureInfo.InvariantCulture);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_rows_take_effect_once_each()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var (client, csv) = await FileOfAsync(host, Rows);
        var watch = Stopwatch.StartNew();

        BulkHost.Counts(await client.ImportAsync(Path, csv)).ShouldBe((Rows, Rows, 0, 0));

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Rows} rows of attendance and allowance in {watch.Elapsed.TotalSeconds:0.0} s, {Rows / watch.Elapsed.TotalSeconds:0} a second");
        (await EventsAsync(host)).ShouldBe((Rows, Rows));
    }

    [Fact]
    public async Task A_file_goes_on_after_its_last_batch_when_its_process_is_killed()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        host.Host.Settings["Imports:Parallel"] = "0";
        var (client, csv) = await FileOfAsync(host, Rows);
        var clock = ServiceProcess.ClockAt(new(2023, 10, 9));
        var sent = (await client.SendAsync(Path, csv)).ShouldBe(HttpStatusCode.Created);
        var importId = (Guid)sent["importId"];

        long before;
        await using (var first = ServiceProcess.Start<Program>("internships", host.Database, clock))
        {
            await Eventually.BecomesAsync(async () => Read(await ProgressAsync()) > 0, Patience, "the first batch is committed");
            await first.KillAsync();
            var progress = await ProgressAsync();
            before = Read(progress);
            ((string)progress["status"]!).ShouldBe("running");
            before.ShouldBeInRange(1, Rows - 1);
        }

        await using var second = ServiceProcess.Start<Program>("internships", host.Database, clock);
        BulkHost.Counts(await client.CompletedAsync(Path, importId)).ShouldBe((Rows, Rows, 0, 0));
        (await EventsAsync(host)).ShouldBe((Rows, Rows));

        async Task<JsonNode> ProgressAsync() => (await client.GetAsync($"/v1/{Path}/{importId}")).ShouldBe(HttpStatusCode.OK).Body!;

        static long Read(JsonNode progress) => (long)progress["rowsRead"]!;
    }

    private static async Task<(ServiceClient Client, string Csv)> FileOfAsync(InternshipsHost host, int rows)
    {
        var unit = await host.ApprovedUnitAsync();
        var placements = await host.RunningAsync(unit, rows);
        host.SetDate("2023-10-09");
        return (host.Unit(unit.CreditCode), BulkHost.AttendanceCsv(placements));
    }

    private static async Task<(long Attendance, long Allowance)> EventsAsync(InternshipsHost host)
    {
        await using var source = NpgsqlDataSource.Create(host.Database);
        await using var command = source.CreateCommand(
            """
            SELECT count(*) FILTER (WHERE type = 'internships.attendance_reported.v1'), count(*) FILTER (WHERE type = 'internships.allowance_paid.v1')
            FROM log.events_readable
            """);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        await reader.ReadAsync(Cancel);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
