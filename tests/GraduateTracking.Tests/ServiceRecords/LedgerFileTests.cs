using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using static YouthPlatform.GraduateTracking.Tests.Examples.ServiceRecordSamples;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.Tests.ServiceRecords;

/// <summary>Records of ledgers as files, by the rules of single ones; the clock stands on 2023-07-20.</summary>
public sealed class LedgerFileTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Posts = "发布日期,岗位来源,岗位名称,招聘人数,行政区划代码,来源编号\n";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly DateOnly July18 = new(2023, 7, 18);

    private TrackingHost _tracking = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ServiceClient Changsha => As("clerk", "430100");

    public async ValueTask InitializeAsync() => _tracking = await TrackingHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    /// <summary>Whatever a ledger takes singly it takes as a line, publishes it, and takes it once.</summary>
    [Fact]
    public async Task EveryLedgerTakesAFileOnce()
    {
        foreach (var ledger in Ledgers.All)
        {
            var client = As(ledger.RecordedBy[0], "430100");
            var line = JsonSerializer.SerializeToNode(ValuesOf(ledger, July18))!.AsObject();
            line["region"] = "430100";
            var file = line.ToJsonString() + "\n";
            Counts(await ImportAsync(client, ledger.Code, file, "application/jsonl")).ShouldBe((1, 1, 0, 0), ledger.Code);
            (await SendAsync(client, ledger.Code, file, "application/jsonl")).Status.ShouldBe(HttpStatusCode.OK, ledger.Code);
            Counts(await ImportAsync(client, ledger.Code, file + "\n" + file, "application/jsonl")).ShouldBe((2, 0, 2, 0), ledger.Code);

            var listed = (await client.GetAsync($"/v1/service-ledgers/{ledger.Code}/records"))["items"].AsArray().ShouldHaveSingleItem()!;
            JsonNode.DeepEquals(listed["values"], JsonSerializer.SerializeToNode(ValuesOf(ledger, July18))).ShouldBeTrue(ledger.Code);
        }

        (await _tracking.Host.PublishedAsync<object>()).Select(e => e.GetType())
            .ShouldBe(Ledgers.All.Select(ledger => LedgerDefinitions.Contracts.All[ledger.Publishes!]), ignoreOrder: true);
    }

    [Fact]
    public async Task RowsAreReadAsOfficialsWriteThemAndRefusedByTheRulesOfASingleRecord()
    {
        var source = Packs.Book.List("recruitment.post_sources", Policy.RegionCode.Parse("430100"), July18).Value.Items[0];
        var csv = Posts
            + $"2023年7月3日,{source.Name},装配工,12,430100,\n"
            + $"2023/7/4,{source.Code},,5,430104,\n"
            + $"2023-07-04,{source.Code},,5,430400,\n"
            + $"2023-07-21,{source.Code},,5,430100,\n"
            + $"2023-07-04,{source.Code},,0,430100,\n"
            + "2023-07-04,月球,,5,430100,\n"
            + $"2023-07-04,{source.Code},请联系13800138000,5,430100,\n"
            + $",{source.Code},,5,430100,\n"
            + $"2023-07-04,{source.Code},,5,长沙,\n"
            + $"2023-07-04,{source.Code},,十,430100,\n";
        var import = await ImportAsync(Changsha, "job_post", csv);
        Counts(import).ShouldBe((10, 2, 0, 8));
        (await RemarksAsync(Changsha, "job_post", import)).ShouldBe(
        [
            "4 auth.region_forbidden",
            "5 service_record.in_the_future",
            "6 service_record.check_failed",
            "7 import.field_invalid",
            "8 service_record.personal_data",
            "9 service_record.field_missing",
            "10 region.unknown",
            "11 import.field_invalid",
        ]);
        (await _tracking.Host.PublishedAsync<Public.JobPostPublished>()).Select(post => (post.PublishedOn, post.Source, post.Openings, post.Region))
            .ShouldBe([(new(2023, 7, 3), source.Code, 12, "430100"), (new(2023, 7, 4), source.Code, 5, "430104")], ignoreOrder: true);
    }

    /// <summary>Nothing is counted twice: neither a file that was put right, nor a record that somebody keyed in before.</summary>
    [Fact]
    public async Task WhatIsOnFileIsKnownWhicheverWayItCameIn()
    {
        var values = ValuesOf(Ledgers.Find("job_post")!, July18);
        (await RecordAsync("job_post", values)).ShouldBe(HttpStatusCode.Created);
        var source = (string)values["source"].GetString()!;
        var row = $"2023-07-18,{source},材料专场,3,430100";
        Counts(await ImportAsync(Changsha, "job_post", $"{Posts}{row},\n")).ShouldBe((1, 0, 1, 0));

        // Posts that are alike are told apart by the numbers under which the sender keeps them.
        var wrong = $"{Posts}{row},A-1\n{row},A-2\n2023-07-18,{source},材料专场,0,430100,A-3\n";
        Counts(await ImportAsync(Changsha, "job_post", wrong)).ShouldBe((3, 2, 0, 1));
        var right = $"{Posts}{row},A-1\n{row},A-2\n2023-07-18,{source},材料专场,9,430100,A-3\n2023-07-18,{source},材料专场,4,430100,A-2\n";
        var import = await ImportAsync(Changsha, "job_post", right);
        Counts(import).ShouldBe((4, 1, 2, 1));
        (await RemarksAsync(Changsha, "job_post", import)).ShouldBe(["2 import.already_known", "3 import.already_known", "5 service_record.already_recorded"]);
        (await Changsha.PostAsync("/v1/service-ledgers/job_post/records", new { region = "430100", values, reference = "A-3" }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "service_record.already_recorded");
        (await _tracking.Host.PublishedAsync<Public.JobPostPublished>()).Sum(post => post.Openings).ShouldBe(3 + 3 + 3 + 9);
    }

    [Fact]
    public async Task KeysAndWithdrawnRecordsStandInTheWay()
    {
        var link = Ledgers.Find("college_link")!;
        var values = ValuesOf(link, July18);
        string Line(string region, string headOf, string on = "2023-07-18") => new JsonObject
        {
            ["region"] = region, ["linkedOn"] = on, ["collegeId"] = College, ["headOf"] = headOf,
        }.ToJsonString();
        var headOf = values["headOf"].GetString()!;
        Counts(await ImportAsync(Changsha, "college_link", $"{Line("430100", headOf)}\n", "application/x-ndjson")).ShouldBe((1, 1, 0, 0));
        var import = await ImportAsync(As("clerk", "430000"), "college_link", $"{Line("430100", headOf, "2023-07-17")}\n{Line("430400", headOf)}\n", "application/x-ndjson");
        Counts(import).ShouldBe((2, 1, 0, 1));
        (await RemarksAsync(As("clerk", "430000"), "college_link", import)).ShouldBe(["1 service_record.already_on_file"]);

        var listed = (await Changsha.GetAsync("/v1/service-ledgers/college_link/records"))["items"].AsArray().ShouldHaveSingleItem()!;
        var path = $"/v1/service-ledgers/college_link/records/{listed["recordId"]}";
        (await Changsha.PostAsync($"{path}/withdrawal", new { reason = "调整" }, (await Changsha.GetAsync(path)).ETag)).ShouldBe(HttpStatusCode.OK);
        var again = await ImportAsync(As("reviewer", "430000"), "college_link", $"{Line("430100", headOf)}\n", "application/x-ndjson");
        (await RemarksAsync(As("reviewer", "430000"), "college_link", again)).ShouldBe(["1 service_record.withdrawn"]);
    }

    [Fact]
    public async Task OnlyKeepersOfALedgerSendItsFilesAndOthersDoNotSeeThem()
    {
        var file = $"{Posts}2023-07-18,{ValuesOf(Ledgers.Find("job_post")!, July18)["source"].GetString()},,3,430100,\n";
        (await SendAsync(As("college_committee", "430100"), "job_post", file)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.role_forbidden");
        (await SendAsync(Changsha, "picnic", file)).ShouldBeProblem(HttpStatusCode.NotFound, "service_ledger.not_found");
        var import = await ImportAsync(Changsha, "job_post", file);
        var path = $"/v1/service-ledgers/job_post/imports/{import["importId"]}";
        (await As("clerk", "430400").GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "import.not_found");
        (await As("clerk", "430400").GetAsync($"{path}/rows")).ShouldBeProblem(HttpStatusCode.NotFound, "import.not_found");
        (await Changsha.GetAsync($"/v1/service-ledgers/job_fair/imports/{import["importId"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "import.not_found");
        (await As("auditor", "430000").GetAsync(path)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TheRoutesDescribeTheLedgerThatTheyAskFor()
    {
        var paths = (await Changsha.GetAsync("/openapi/v1.json")).Body!["paths"]!.AsObject()
            .Where(path => path.Key.StartsWith("/v1/service-ledgers/{ledger}/imports", StringComparison.Ordinal)).ToList();
        paths.Count.ShouldBe(4);
        foreach (var operation in paths.SelectMany(path => path.Value!.AsObject()))
        {
            operation.Value!["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).ShouldContain("ledger");
        }
    }

    /// <summary>A process that takes a file in and deals with none of it is as one that died: another one goes on.</summary>
    [Fact]
    public async Task AnotherProcessGoesOnWithAFileAfterItsLastBatch()
    {
        await using var idle = _tracking.StartAnother("Imports:Parallel", "0", new(2023, 7, 20));
        await _tracking.Host.DisposeAsync();
        var source = ValuesOf(Ledgers.Find("job_post")!, July18)["source"].GetString();
        var file = Posts + string.Concat(Enumerable.Range(1, 1200).Select(n => $"2023-07-18,{source},,{n},430100,\n"));
        var client = idle.As("clerk-430100", "clerk", "430100");
        var sent = (await SendAsync(client, "job_post", file)).ShouldBe(HttpStatusCode.Created);
        ((string?)sent["status"], (long)sent["rowsRead"]!).ShouldBe(("running", 0));

        await using (_tracking.StartAnother("Imports:Parallel", "2", new(2023, 7, 20)))
        {
            await ReachAsync(client, sent, import => (long)import["rowsRead"]! > 0);
        }

        await using var second = _tracking.StartAnother("Imports:Parallel", "2", new(2023, 7, 20));
        Counts(await ReachAsync(client, sent, import => (string)import["status"]! == "completed")).ShouldBe((1200, 1200, 0, 0));
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM log.events_readable WHERE type = 'graduatetracking.service_recorded.v1'")).ShouldBe(1200);
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM uploads.files")).ShouldBe(0);
    }

    private static async Task<ServiceReply> SendAsync(ServiceClient client, string ledger, string file, string type = "text/csv")
    {
        using var content = new StringContent(file, Encoding.UTF8, new MediaTypeHeaderValue(type));
        using var response = await client.Http.PostAsync($"/v1/service-ledgers/{ledger}/imports", content, Cancel);
        return new ServiceReply(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel)), response.Headers.ETag?.ToString(), false);
    }

    private static async Task<JsonNode> ImportAsync(ServiceClient client, string ledger, string file, string type = "text/csv")
    {
        var sent = (await SendAsync(client, ledger, file, type)).ShouldBe(HttpStatusCode.Created);
        return await ReachAsync(client, sent, import => (string)import["status"]! == "completed", ledger);
    }

    private static Task<JsonNode> ReachAsync(ServiceClient client, ServiceReply sent, Func<JsonNode, bool> isReached, string ledger = "job_post") =>
        Eventually.ReadsAsync(
            async () => (await client.GetAsync($"/v1/service-ledgers/{ledger}/imports/{sent["importId"]}")).ShouldBe(HttpStatusCode.OK).Body!,
            isReached,
            Patience,
            "the import came so far");

    private static async Task<IReadOnlyList<string>> RemarksAsync(ServiceClient client, string ledger, JsonNode import)
    {
        var rows = (await client.GetAsync($"/v1/service-ledgers/{ledger}/imports/{import["importId"]}/rows?limit=500")).ShouldBe(HttpStatusCode.OK);
        return [.. rows["items"].AsArray().Where(row => (string)row!["status"]! != "accepted").Select(row => $"{row!["row"]} {row["code"]}")];
    }

    private static (long Read, long Accepted, long Known, long Rejected) Counts(JsonNode import) =>
        ((long)import["rowsRead"]!, (long)import["accepted"]!, (long)import["alreadyKnown"]!, (long)import["rejected"]!);

    private Task<ServiceReply> RecordAsync(string ledger, object values) =>
        Changsha.PostAsync($"/v1/service-ledgers/{ledger}/records", new { region = "430100", values });

    private ServiceClient As(string role, string region) => _tracking.Host.As($"{role}-{region}", role, region);
}
