using System.Net;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Erasures;

public sealed class ErasureApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private TrackingHost _tracking = null!;
    private Guid _person;

    private ServiceClient Clerk => _tracking.Host.As("clerk-1", "clerk", "430104");

    private ServiceClient Approver => _tracking.Host.As("approver-1", "approver", "430100");

    public async ValueTask InitializeAsync()
    {
        _tracking = await TrackingHost.StartAsync(postgres);
        _person = (Guid)(await Clerk.PostAsync("/v1/intakes", Someone.Request(1))).ShouldBe(HttpStatusCode.Created)["personId"];
    }

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task Two_officials_erase_a_person_who_asks_for_it_and_leave_a_receipt()
    {
        var before = await _tracking.ScalarAsync<string>(EventsBefore);
        var request = await Clerk.PostAsync($"/v1/ledger/{_person}/erasure");
        var path = $"/v1/erasures/{(Guid)request["erasureId"]}";
        (await _tracking.Host.As("clerk-1", "approver", "430104").PostAsync($"{path}/confirmation", etag: "\"1\""))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        (await _tracking.Host.As("approver-4", "approver", "430400").PostAsync($"{path}/confirmation", etag: "\"1\""))
            .ShouldBeProblem(HttpStatusCode.NotFound, "erasure.not_found");

        (await Approver.PostAsync($"{path}/confirmation", etag: "\"1\"")).ShouldBe(HttpStatusCode.OK);

        var receipt = await Approver.GetAsync(path);
        ((string?)receipt["status"]).ShouldBe("carried_out");
        receipt["personIds"].AsArray().Select(id => (Guid)id!).ShouldBe([_person]);
        ((string?)receipt["decidedBy"]).ShouldBe("approver-1");
        (await _tracking.ScalarAsync<long>("SELECT (SELECT count(*) FROM vault.people) + (SELECT count(*) FROM vault.data_keys)")).ShouldBe(0);
        (await TrackingHost.LedgerAsync(_tracking.Clerk("430104"))).ShouldBeEmpty();
        (await Clerk.PostAsync($"/v1/ledger/{_person}/contacts", new { channel = "phone", outcome = "not_reached" }, "\"2\""))
            .ShouldBeProblem(HttpStatusCode.Conflict, "ledger_entry.closed");
        (await _tracking.ScalarAsync<string>(EventsBefore)).ShouldBe(before);
    }

    [Fact]
    public async Task Who_was_erased_and_comes_again_is_somebody_new()
    {
        await EraseAsync(_person);
        var again = (await Clerk.PostAsync("/v1/intakes", Someone.Request(1))).ShouldBe(HttpStatusCode.Created);
        ((string?)again["outcome"]).ShouldBe("opened");
        ((Guid)again["personId"]).ShouldNotBe(_person);
        (await Approver.GetAsync("/v1/duplicates")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM read.duplicates")).ShouldBe(0);
    }

    [Fact]
    public async Task A_person_with_merged_entries_is_erased_under_every_id()
    {
        var other = (Guid)(await Clerk.PostAsync("/v1/intakes", Someone.Request(2)))["personId"];
        var pair = (await Clerk.GetAsync("/v1/duplicates"))["items"].AsArray().ShouldHaveSingleItem()!;
        await Clerk.PostAsync($"/v1/duplicates/{(Guid)pair["caseId"]!}/same", new { survivorId = _person, reason = "same_person_confirmed" }, "\"1\"");

        var path = await EraseAsync(other);

        (await Approver.GetAsync(path))["personIds"].AsArray().Select(id => (Guid)id!).ShouldBe([_person, other], ignoreOrder: true);
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM vault.people")).ShouldBe(0);
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM read.ledger_entries WHERE standing = 'erased'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_leaves_the_person()
    {
        var request = await Clerk.PostAsync($"/v1/ledger/{_person}/erasure");
        var path = $"/v1/erasures/{(Guid)request["erasureId"]}";
        (await Approver.PostAsync($"{path}/refusal", new { reason = "no_time" }, "\"1\"")).ShouldBeProblem(HttpStatusCode.BadRequest, "erasure.reason_unknown");
        (await Approver.PostAsync($"{path}/refusal", new { reason = "payment_open" }, "\"1\"")).ShouldBe(HttpStatusCode.OK);
        (await Approver.PostAsync($"{path}/confirmation", etag: "\"2\"")).ShouldBeProblem(HttpStatusCode.NotFound, "erasure.not_found");
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM vault.data_keys")).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_due_after_its_time_is_erased_by_a_run_and_a_death_shortens_the_time()
    {
        (await Clerk.PostAsync($"/v1/ledger/{_person}/death", new { deceasedOn = "2023-07-21" }, "\"1\""))
            .ShouldBeProblem(HttpStatusCode.Conflict, "ledger_entry.deceased_on");
        (await Clerk.PostAsync($"/v1/ledger/{_person}/death", new { deceasedOn = "2023-07-18" }, "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var other = (Guid)(await Clerk.PostAsync("/v1/intakes", Someone.Request(2, name: "张三", phone: "")))["personId"];

        _tracking.Host.SetDate(new(2025, 7, 19));
        (await Approver.GetAsync("/v1/retention/due")).Body!.AsArray().ShouldBeEmpty();
        _tracking.Host.SetDate(new(2025, 7, 20));
        var due = (await Approver.GetAsync("/v1/retention/due")).Body!.AsArray().ShouldHaveSingleItem()!;
        ((string?)due["kind"]).ShouldBe("deceased_entry");
        ((string?)due["rule"]!["key"]).ShouldBe("retention.deceased_entry_months");

        (await _tracking.Host.As("approver-4", "approver", "430400").PostAsync("/v1/retention/runs"))["receipts"].AsArray().ShouldBeEmpty();
        var receipt = (Guid)(await Approver.PostAsync("/v1/retention/runs"))["receipts"].AsArray().ShouldHaveSingleItem()!;
        ((string?)(await Approver.GetAsync($"/v1/erasures/{receipt}"))["ground"]).ShouldBe("retention");
        (await _tracking.ScalarAsync<Guid>("SELECT person_id FROM vault.people")).ShouldBe(other);

        _tracking.Host.SetDate(new(2028, 7, 20));
        (await Approver.PostAsync("/v1/retention/runs"))["receipts"].AsArray().Count.ShouldBe(1);
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM vault.people")).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_due_is_erased_at_night_where_the_service_is_told_to()
    {
        (await Clerk.PostAsync($"/v1/ledger/{_person}/death", new { deceasedOn = "2023-07-18" }, "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var other = (Guid)(await Clerk.PostAsync("/v1/intakes", Someone.Request(2, name: "张三", phone: "")))["personId"];

        await using var nightly = _tracking.StartAnother("Retention:RunsNightly", "true", new(2025, 7, 20));

        await Eventually.BecomesAsync(
            async () => await _tracking.ScalarAsync<long>("SELECT count(*) FROM vault.people") == 1, TimeSpan.FromSeconds(60), "the dead are erased");
        (await _tracking.ScalarAsync<Guid>("SELECT person_id FROM vault.people")).ShouldBe(other);
        (await _tracking.ScalarAsync<string>("SELECT data->>'carriedOutBy' FROM log.events_readable WHERE type = 'graduatetracking.erasure_carried_out.v1'"))
            .ShouldBe("retention");
    }

    private const string EventsBefore =
        "SELECT string_agg(type || data::text, ',' ORDER BY position) FROM log.events_readable WHERE position <= 2";

    private async Task<string> EraseAsync(Guid person)
    {
        var request = (await Clerk.PostAsync($"/v1/ledger/{person}/erasure")).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/erasures/{(Guid)request["erasureId"]}";
        (await Approver.PostAsync($"{path}/confirmation", etag: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        return path;
    }
}
