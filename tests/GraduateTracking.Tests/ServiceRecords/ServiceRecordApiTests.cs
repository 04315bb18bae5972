using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using static YouthPlatform.GraduateTracking.Tests.Examples.ServiceRecordSamples;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.Tests.ServiceRecords;

/// <summary>The ledgers over HTTP, on a real database; the clock stands on 2023-07-20.</summary>
public sealed class ServiceRecordApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Fairs = "/v1/service-ledgers/job_fair/records";

    private static readonly DateOnly July18 = new(2023, 7, 18);

    private TrackingHost _tracking = null!;

    private ServiceClient Changsha => As("clerk", "430100");

    public async ValueTask InitializeAsync() => _tracking = await TrackingHost.StartAsync(postgres);

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    /// <summary>Every ledger on file is kept, published under its contract, corrected and withdrawn by whoever keeps it.</summary>
    [Fact]
    public async Task EveryLedgerTakesARecordAndPublishesIt()
    {
        foreach (var ledger in Ledgers.All)
        {
            var client = As(ledger.RecordedBy[0], "430100");
            var path = $"/v1/service-ledgers/{ledger.Code}/records";
            var recorded = (await client.PostAsync(path, new { region = "430100", values = ValuesOf(ledger, July18) })).ShouldBe(HttpStatusCode.Created);
            ((string?)recorded["status"], (string?)recorded["on"]).ShouldBe(("recorded", "2023-07-18"), ledger.Code);
            recorded["checks"].AsArray().Count.ShouldBe(ledger.Checks.Count(check => check.When is null), ledger.Code);
        }

        var published = await _tracking.Host.PublishedAsync<object>();
        published.Select(e => e.GetType()).ShouldBe(
            Ledgers.All.Select(ledger => GraduateTracking.ServiceRecords.Definitions.LedgerDefinitions.Contracts.All[ledger.Publishes!]), ignoreOrder: true);
        published.OfType<Public.JobFairHeld>().Single().ShouldSatisfyAllConditions(
            fair => fair.Mode.ShouldBe("offline"), fair => fair.HeldOn.ShouldBe(July18), fair => fair.JobSeekers.ShouldBe(3), fair => fair.Region.ShouldBe("430100"));
    }

    [Fact]
    public async Task ACorrectionAndAWithdrawalArePublishedWithWhatWasAndIs()
    {
        var fair = Ledgers.Find("job_fair")!;
        var values = ValuesOf(fair, July18);
        var recorded = (await Changsha.PostAsync(Fairs, new { region = "430100", values })).ShouldBe(HttpStatusCode.Created);
        var path = $"{Fairs}/{(Guid)recorded["recordId"]}";
        (await Changsha.PostAsync($"{path}/correction", new { values, reason = "无" }, recorded.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "service_record.nothing_changed");
        var right = new { values = With(values, "jobSeekers", 8), reason = "录入有误" };
        var corrected = (await Changsha.PostAsync($"{path}/correction", right, recorded.ETag)).ShouldBe(HttpStatusCode.OK);
        (await Changsha.PostAsync($"{path}/correction", right, recorded.ETag)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "request.version_mismatch");
        ((bool)(await Changsha.GetAsync(Fairs))["items"].AsArray().ShouldHaveSingleItem()!["isCorrected"]!).ShouldBeTrue();
        (await Changsha.PostAsync($"{path}/withdrawal", new { reason = "重复登记" }, corrected.ETag)).ShouldBe(HttpStatusCode.OK)["status"].ToString().ShouldBe("withdrawn");

        var change = (await _tracking.Host.PublishedAsync<Public.ServiceRecordCorrected>()).ShouldHaveSingleItem();
        (change.EventType, change.Before["jobSeekers"], change.After["jobSeekers"], change.Before.ContainsKey("title")).ShouldBe((fair.Publishes!, "3", "8", false));
        (await _tracking.Host.PublishedAsync<Public.ServiceRecordWithdrawn>()).ShouldHaveSingleItem().Before["jobSeekers"].ShouldBe("8");
    }

    [Fact]
    public async Task ChecksAndKeysAreKept()
    {
        var fair = ValuesOf(Ledgers.Find("job_fair")!, July18);
        (await RecordAsync("job_fair", With(fair, "intentions", 4))).ShouldBeProblem(HttpStatusCode.Conflict, "service_record.check_failed");
        (await RecordAsync("job_fair", With(fair, "employers", 0))).ShouldBeProblem(HttpStatusCode.Conflict, "service_record.check_failed");
        (await RecordAsync("job_fair", With(fair, "heldOn", "2023-07-21"))).ShouldBeProblem(HttpStatusCode.Conflict, "service_record.in_the_future");
        (await RecordAsync("job_fair", With(fair, "mode", "moon"))).ShouldBeProblem(HttpStatusCode.BadRequest, "service_record.field_invalid");

        // H32 §二(五)12: a bureau head's event takes place at a college that the head is linked to; a link is recorded once.
        var campus = With(ValuesOf(Ledgers.Find("campus_event")!, July18), "byBureauHead", true);
        (await RecordAsync("campus_event", campus)).ShouldBeProblem(HttpStatusCode.Conflict, "service_record.check_failed");
        var link = ValuesOf(Ledgers.Find("college_link")!, July18);
        var linked = (await RecordAsync("college_link", link)).ShouldBe(HttpStatusCode.Created);
        (await RecordAsync("campus_event", campus)).ShouldBe(HttpStatusCode.Created);
        (await RecordAsync("college_link", link)).ShouldBeProblem(HttpStatusCode.Conflict, "service_record.already_on_file");
        (await RecordAsync("college_link", link, "430400")).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/service-ledgers/college_link/records/{(Guid)linked["recordId"]}";
        (await Changsha.PostAsync($"{path}/withdrawal", new { reason = "调整" }, linked.ETag)).ShouldBe(HttpStatusCode.OK);
        (await RecordAsync("college_link", link)).ShouldBe(HttpStatusCode.Created);

        var west = With(ValuesOf(Ledgers.Find("west_plan")!, July18), "serviceYears", 4);
        (await As("provincial_committee", "430000").PostAsync("/v1/service-ledgers/west_plan/records", new { region = "430000", values = west }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "service_record.check_failed");
        var sector = With(ValuesOf(Ledgers.Find("sector_event")!, July18), "sector", "smart_manufacturing");
        (await As("provincial_committee", "430000").PostAsync("/v1/service-ledgers/sector_event/records", new { region = "430000", values = sector }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "service_record.check_failed");
    }

    [Fact]
    public async Task EachKeepsTheOwnLedgersOfTheOwnRegions()
    {
        var values = ValuesOf(Ledgers.Find("job_fair")!, July18);
        (await Changsha.PostAsync(Fairs, new { region = "430400", values })).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await As("college_committee", "430100").PostAsync(Fairs, new { region = "430100", values })).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.role_forbidden");
        (await As("provincial_committee", "420000").PostAsync("/v1/service-ledgers/west_plan/records", new { region = "420000", values = ValuesOf(Ledgers.Find("west_plan")!, July18) }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "service_record.not_kept_here");
        var recorded = (await RecordAsync("job_fair", values)).ShouldBe(HttpStatusCode.Created);
        var path = $"{Fairs}/{(Guid)recorded["recordId"]}";
        var hengyang = As("clerk", "430400");
        (await hengyang.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "service_record.not_found");
        (await hengyang.PostAsync($"{path}/correction", new { values, reason = "理由" }, recorded.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "service_record.not_found");
        (await hengyang.PostAsync($"{path}/withdrawal", new { reason = "理由" }, recorded.ETag)).ShouldBeProblem(HttpStatusCode.NotFound, "service_record.not_found");
        (await hengyang.GetAsync(Fairs))["items"].AsArray().ShouldBeEmpty();
        (await hengyang.GetAsync($"{Fairs}?region=430100")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await hengyang.GetAsync("/v1/service-ledgers/job_fair/rhythms?region=430100")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await Changsha.GetAsync("/v1/service-ledgers/picnic/records")).ShouldBeProblem(HttpStatusCode.NotFound, "service_ledger.not_found");
        (await Changsha.GetAsync($"/v1/service-ledgers/legal_event/records/{(Guid)recorded["recordId"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "service_record.not_found");
    }

    [Fact]
    public async Task WhatIsMissingIsShownByWeekAndMonth()
    {
        await RecordAsync("job_fair", With(ValuesOf(Ledgers.Find("job_fair")!, July18), "scope", "specialised"));
        var weeks = await RhythmsAsync("?region=430100&from=2023-07-03&to=2023-07-20");
        weeks.Where(line => (string)line["rhythm"]! == "weekly_specialised").Select(line => ((string)line["period"]!, (string)line["status"]!))
            .ShouldBe([("2023-W27", "missed"), ("2023-W28", "missed"), ("2023-W29", "met")]);
        (await RhythmsAsync("?region=430100&from=2023-07-01&to=2023-07-20&status=open")).Select(line => (string)line["rhythm"]!).ShouldBe(["monthly_comprehensive"]);
        (await Changsha.GetAsync("/v1/service-ledgers/job_fair/rhythms?from=2023-07-02&to=2023-07-01")).ShouldBeProblem(HttpStatusCode.BadRequest, "request.days_invalid");
        (await Changsha.GetAsync("/v1/service-ledgers")).Body!.AsArray().Count.ShouldBe(Ledgers.All.Count);
    }

    [Fact]
    public async Task RebuiltRowsEqualTheLiveOnes()
    {
        var values = ValuesOf(Ledgers.Find("college_link")!, July18);
        var recorded = (await RecordAsync("college_link", values)).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/service-ledgers/college_link/records/{(Guid)recorded["recordId"]}";
        recorded = (await Changsha.PostAsync($"{path}/correction", new { values = With(values, "headOf", "employment"), reason = "职务有误" }, recorded.ETag)).ShouldBe(HttpStatusCode.OK);
        await Changsha.PostAsync($"{path}/withdrawal", new { reason = "调整" }, recorded.ETag);
        await RecordAsync("college_link", values);
        var rebuilder = _tracking.Host.Services.GetRequiredService<ProjectionRebuilder>();
        (await rebuilder.CompareAsync("service_records", TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await rebuilder.RebuildAsync("service_records", TestContext.Current.CancellationToken);
        (await rebuilder.CompareAsync("service_records", TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private ServiceClient As(string role, string region) => _tracking.Host.As($"{role}-{region}", role, region);

    private Task<ServiceReply> RecordAsync(string ledger, object values, string region = "430100") =>
        As("clerk", region).PostAsync($"/v1/service-ledgers/{ledger}/records", new { region, values });

    private async Task<IReadOnlyList<JsonNode>> RhythmsAsync(string query) =>
        [.. (await Changsha.GetAsync($"/v1/service-ledgers/job_fair/rhythms{query}")).ShouldBe(HttpStatusCode.OK).Body!.AsArray().Select(line => line!)];
}
