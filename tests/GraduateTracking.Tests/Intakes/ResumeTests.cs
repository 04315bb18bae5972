using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Simulation.Roster;
using YouthPlatform.Testing;

namespace YouthPlatform.GraduateTracking.Tests.Intakes;

public sealed class ResumeTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly RosterGenerator Generator = new(TrackingHost.Regions, 11);

    private TrackingHost _tracking = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _tracking = await TrackingHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task An_upload_that_broke_off_goes_on_after_its_last_batch()
    {
        var csv = TrackingHost.Csv(Generator.Generate(1500));
        await BreakOffAsync(csv, Generator.Generate(1500).Take(1200), 1000);
        (await _tracking.ScalarAsync<string>("SELECT status FROM read.imports")).ShouldBe("running");

        var import = await _tracking.ImportAsync(csv);

        import["status"]!.GetValue<string>().ShouldBe("completed");
        import["accepted"]!.GetValue<long>().ShouldBe(1500);
        import["duplicateInFile"]!.GetValue<long>().ShouldBe(15);
        import["rejected"]!.GetValue<long>().ShouldBe(10);
        (await EventsAsync("ledger_entry_opened")).ShouldBe(1500);
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM vault.people")).ShouldBe(1500);
    }

    [Fact]
    public async Task An_import_that_broke_off_ends_as_one_that_did_not()
    {
        var csv = TrackingHost.Csv(Generator.Generate(1100));
        await BreakOffAsync(csv, Generator.Generate(1100).Take(700), 500);
        var resumed = await _tracking.ImportAsync(csv);
        await using var other = await TrackingHost.StartAsync(postgres);

        var whole = await other.ImportAsync(csv);

        resumed.ToJsonString().ShouldBe(whole.ToJsonString());
        const string Rows = "SELECT string_agg(row_number || status || code, ',' ORDER BY row_number) FROM read.import_remarks";
        (await _tracking.ScalarAsync<string>(Rows)).ShouldBe(await other.ScalarAsync<string>(Rows));
        const string Ledger = "SELECT string_agg(region || education_level || hardship::text, ',' ORDER BY region, education_level, hardship) FROM read.ledger_entries";
        (await _tracking.ScalarAsync<string>(Ledger)).ShouldBe(await other.ScalarAsync<string>(Ledger));
    }

    [Fact]
    public async Task Twenty_thousand_rows_stream_through()
    {
        const int People = 20_000;
        byte[] digest;
        await using (var content = await new StreamedUpload(() => Generator.Generate(People)).ReadAsStreamAsync(Cancel))
        {
            digest = await SHA256.HashDataAsync(content, Cancel);
        }

        using var request = TrackingHost.Upload(new StreamedUpload(() => Generator.Generate(People)), digest);
        using var response = await _tracking.Education().SendAsync(request, Cancel);
        var import = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;

        var (duplicates, bad) = RosterGenerator.ExtraRowsOf(People);
        import["rowsRead"]!.GetValue<long>().ShouldBe(People + duplicates + bad);
        import["accepted"]!.GetValue<long>().ShouldBe(People);
        (await EventsAsync("import_rows_read")).ShouldBe((People + duplicates + bad + 499) / 500);
    }

    [Fact]
    public async Task Two_files_at_once_with_the_same_people_open_each_entry_once()
    {
        var imports = await Task.WhenAll(
            _tracking.ImportAsync(TrackingHost.Csv(Generator.Generate(1200))),
            _tracking.ImportAsync(TrackingHost.Csv(Generator.Generate(1201))));
        imports.Sum(import => import["accepted"]!.GetValue<long>()).ShouldBe(1201);
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM vault.people")).ShouldBe(1201);
        (await EventsAsync("ledger_entry_opened")).ShouldBe(1201);
    }

    private async Task BreakOffAsync(string csv, IEnumerable<RosterPerson> sent, long rowsSeen)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(csv));
        using var connection = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var upload = new BrokenUpload(sent, () => RowsReachAsync(rowsSeen), connection);
        using var request = TrackingHost.Upload(upload, digest);
        await Should.ThrowAsync<OperationCanceledException>(() => _tracking.Education().SendAsync(request, connection.Token));
        upload.HasBrokenOff.ShouldBeTrue();
    }

    private Task RowsReachAsync(long rows) => Eventually.BecomesAsync(
        async () => await _tracking.ScalarAsync<long>("SELECT coalesce(sum(rows_read), 0)::bigint FROM read.imports") >= rows, Patience, $"{rows} rows are read");

    private Task<long> EventsAsync(string name) => _tracking.ScalarAsync<long>(
        $"SELECT count(*) FROM log.events_readable WHERE type = 'graduatetracking.{name}.v1'");
}
