using System.Net;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Assignments;

/// <summary>Household, residence or place of job search (H32 §二(六)17): an entry is always with exactly one county.</summary>
public sealed class TransferApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TrackingHost _tracking = null!;
    private Guid _person;

    private ServiceClient Changsha => _tracking.Host.As("clerk-1", "clerk", "430104");

    private ServiceClient Hengyang => _tracking.Host.As("clerk-4", "clerk", "430405");

    public async ValueTask InitializeAsync()
    {
        _tracking = await TrackingHost.StartAsync(postgres);
        _person = (Guid)(await Changsha.PostAsync("/v1/intakes", Someone.Request(1))).ShouldBe(HttpStatusCode.Created)["personId"];
    }

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task Another_county_sees_the_entry_from_its_acceptance_on_and_the_first_one_no_more()
    {
        var transfer = await ProposeAsync(new { to = "430405", place = "job_search" });
        (await Hengyang.GetAsync($"/v1/ledger/{_person}")).ShouldBeProblem(HttpStatusCode.NotFound, "ledger_entry.not_found");
        var asked = (await Hengyang.GetAsync("/v1/transfers"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((string?)asked["person"]!["name"]).ShouldBe("欧***");

        (await Hengyang.PostAsync($"{transfer}/acceptance")).ShouldBe(HttpStatusCode.OK);

        (await Hengyang.GetAsync($"/v1/ledger/{_person}")).ShouldBe(HttpStatusCode.OK);
        (await Changsha.GetAsync($"/v1/ledger/{_person}")).ShouldBeProblem(HttpStatusCode.NotFound, "ledger_entry.not_found");
        (await TrackingHost.LedgerAsync(_tracking.Clerk("430104"))).ShouldBeEmpty();
        var outgoing = (await Changsha.GetAsync("/v1/transfers?outgoing=true&status=accepted"))["items"].AsArray().ShouldHaveSingleItem()!;
        outgoing["person"].ShouldBeNull();
    }

    [Fact]
    public async Task A_temporary_transfer_ends_by_itself()
    {
        var transfer = await ProposeAsync(new { to = "430405", place = "job_search", until = "2023-08-31" });
        (await Hengyang.PostAsync($"{transfer}/acceptance")).ShouldBe(HttpStatusCode.OK);
        _tracking.Host.SetDate(new(2023, 8, 31));
        (await TrackingHost.LedgerAsync(_tracking.Clerk("430405"))).ShouldHaveSingleItem()["lentUntil"]!.GetValue<string>().ShouldBe("2023-08-31");
        (await TrackingHost.LedgerAsync(_tracking.Clerk("430104"))).ShouldBeEmpty();

        _tracking.Host.SetDate(new(2023, 9, 1));

        (await TrackingHost.LedgerAsync(_tracking.Clerk("430405"))).ShouldBeEmpty();
        (await TrackingHost.LedgerAsync(_tracking.Clerk("430104"))).ShouldHaveSingleItem()["region"]!.GetValue<string>().ShouldBe("430104");
        (await Hengyang.PostAsync($"/v1/ledger/{_person}/contacts", new { channel = "phone", outcome = "not_reached" }, "\"3\""))
            .ShouldBeProblem(HttpStatusCode.NotFound, "ledger_entry.not_found");
    }

    [Fact]
    public async Task Only_the_county_that_was_asked_answers_and_only_the_one_that_asked_withdraws()
    {
        var transfer = await ProposeAsync(new { to = "430405", place = "residence" });
        (await Changsha.PostAsync($"{transfer}/acceptance")).ShouldBeProblem(HttpStatusCode.NotFound, "transfer.not_found");
        (await Hengyang.PostAsync($"{transfer}/withdrawal")).ShouldBeProblem(HttpStatusCode.NotFound, "transfer.not_found");
        (await Hengyang.PostAsync($"{transfer}/refusal", new { reason = "no_time" })).ShouldBeProblem(HttpStatusCode.BadRequest, "transfer.reason_unknown");
        (await Hengyang.PostAsync($"{transfer}/refusal", new { reason = "not_here" })).ShouldBe(HttpStatusCode.OK);
        (await Changsha.GetAsync($"/v1/ledger/{_person}")).ShouldBe(HttpStatusCode.OK);

        var next = await ProposeAsync(new { to = "430405", place = "residence" });
        (await Changsha.PostAsync($"{next}/withdrawal")).ShouldBe(HttpStatusCode.OK);
        (await Hengyang.PostAsync($"{next}/acceptance")).ShouldBeProblem(HttpStatusCode.NotFound, "transfer.not_found");
    }

    [Fact]
    public async Task A_city_moves_entries_between_its_own_counties_at_once()
    {
        var city = _tracking.Host.As("clerk-9", "clerk", "430100");
        var moved = await city.PostAsync($"/v1/ledger/{_person}/transfers", new { to = "430105", place = "residence" }, "\"1\"");
        ((string?)moved["status"]).ShouldBe("accepted");
        ((string?)(await city.GetAsync($"/v1/ledger/{_person}"))["entry"]["region"]).ShouldBe("430105");
        (await city.PostAsync($"/v1/ledger/{_person}/transfers", new { to = "430100", place = "residence" }, "\"3\""))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "region.unknown");
    }

    private async Task<string> ProposeAsync(object body)
    {
        var etag = (await Changsha.GetAsync($"/v1/ledger/{_person}")).ETag;
        var proposed = (await Changsha.PostAsync($"/v1/ledger/{_person}/transfers", body, etag)).ShouldBe(HttpStatusCode.Created);
        ((string?)proposed["status"]).ShouldBe("pending");
        return $"/v1/ledger/{_person}/transfers/{(Guid)proposed["transferId"]}";
    }
}
