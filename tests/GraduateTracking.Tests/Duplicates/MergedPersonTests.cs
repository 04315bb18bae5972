using System.Net;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.GraduateTracking.Tests.Subsidies;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using static YouthPlatform.GraduateTracking.Tests.Subsidies.SubsidyHost;

namespace YouthPlatform.GraduateTracking.Tests.Duplicates;

/// <summary>Two entries that were merged are one person (H32 §二(六)17): subsidised, placed and paired once, whichever id is used.</summary>
public sealed class MergedPersonTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Of_offers_at_once_under_both_ids_one_is_made()
    {
        await using var host = await StartAsync(postgres);
        var (one, other) = await FoundTwiceAsync(host);
        await MergeAsync(host.Tracking.Host, other, one);
        var found = await host.ListAsync(query: "&kind=one_off_hiring");

        var offers = await Task.WhenAll(found.Select(item => host.Clerk.PostAsync($"/v1/subsidies/{item["subsidyId"]}/offer", etag: "\"1\"")));

        offers.Length.ShouldBe(6);
        offers.Count(offer => offer.Status == HttpStatusCode.OK).ShouldBe(1);
        offers.Where(offer => offer.Status != HttpStatusCode.OK).ShouldAllBe(offer => offer.Code == "subsidy.excluded");
    }

    [Fact]
    public async Task Of_two_that_were_accepted_before_the_merge_one_is_approved_until_the_merge_is_undone()
    {
        await using var host = await StartAsync(postgres);
        var (one, other) = await FoundTwiceAsync(host);
        List<(string Path, string? ETag)> accepted = [await AcceptedAsync(host, one, "one_off_hiring"), await AcceptedAsync(host, other, "one_off_expansion")];
        var undo = await MergeAsync(host.Tracking.Host, other, one);

        var replies = await Task.WhenAll(accepted.Select(item => host.Approver.PostAsync($"{item.Path}/approval", new { }, item.ETag)));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        var left = accepted[replies[0].Status == HttpStatusCode.OK ? 1 : 0];
        replies.Single(reply => reply.Status != HttpStatusCode.OK).ShouldBeProblem(HttpStatusCode.Conflict, "subsidy.person_merged");
        await undo();
        (await host.Approver.PostAsync($"{left.Path}/approval", new { }, left.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_was_paid_under_both_ids_is_proposed_to_be_corrected_and_comes_back()
    {
        await using var host = await StartAsync(postgres);
        var (one, other) = await FoundTwiceAsync(host);
        foreach (var (person, kind) in ((Guid, string)[])[(one, "one_off_hiring"), (other, "one_off_expansion")])
        {
            var (path, etag) = await AcceptedAsync(host, person, kind);
            (await host.Approver.PostAsync($"{path}/approval", new { }, etag)).ShouldBe(HttpStatusCode.OK);
        }

        await host.PayAsync("2023-08-10");
        await MergeAsync(host.Tracking.Host, other, one);

        var surplus = (await host.Clerk.GetAsync("/v1/entitlements"))["items"].AsArray().Where(item => (bool)item!["correcting"]!).ShouldHaveSingleItem()!;
        var entitlement = $"/v1/entitlements/{surplus["entitlementId"]}";
        var version = (await host.Approver.GetAsync(entitlement)).ShouldBe(HttpStatusCode.OK).ETag;
        var corrected = (await host.Approver.PostAsync($"{entitlement}/corrections/approval", etag: version)).ShouldBe(HttpStatusCode.OK);
        ((string?)corrected["owed"]["amount"]).ShouldBe("0.00");
        ((string?)corrected["recoverable"]["amount"]).ShouldNotBe("0.00");
    }

    [Fact]
    public async Task What_is_owed_twice_is_listed_with_the_rule_that_it_breaks_until_corrections_end_it()
    {
        await using var host = await StartAsync(postgres);
        var (one, other) = await FoundTwiceAsync(host);
        var clerk = host.Clerk;
        (Guid, string)[] grants = [(one, "one_off_hiring"), (one, "social_insurance"), (other, "one_off_expansion"), (other, "social_insurance")];
        List<(string Path, string? ETag, string? Month)> accepted = [];
        foreach (var (person, kind) in grants)
        {
            var (path, etag) = await AcceptedAsync(host, person, kind);
            accepted.Add((path, etag, kind == "social_insurance" ? "2023-08" : null));
        }

        host.Tracking.Host.SetDate(new(2023, 9, 6));
        foreach (var (path, etag, month) in accepted)
        {
            (await host.Approver.PostAsync($"{path}/approval", new { month }, etag)).ShouldBe(HttpStatusCode.OK);
        }

        (await clerk.GetAsync("/v1/doubled-entitlements")).Body!.AsArray().ShouldBeEmpty();
        var undo = await MergeAsync(host.Tracking.Host, other, one);

        var doubled = (await clerk.GetAsync("/v1/doubled-entitlements")).ShouldBe(HttpStatusCode.OK).Body!.AsArray();
        doubled.Select(row => ((Guid)row!["personId"]!, (string)row["kind"]!, (string)row["rule"]!, (int)row["times"]!)).ShouldBe(
            [
                (one, "one_off_hiring", "group_hiring_incentive", 2),
                (other, "one_off_expansion", "group_hiring_incentive", 2),
                (one, "social_insurance", "same_kind", 2),
                (other, "social_insurance", "same_kind", 2),
            ],
            ignoreOrder: true);
        doubled.ShouldAllBe(row => (Guid)row!["survivorId"]! == one);
        (await host.Tracking.Host.As("clerk-2", "clerk", "430400").GetAsync("/v1/doubled-entitlements")).Body!.AsArray().ShouldBeEmpty();
        (await clerk.GetAsync("/v1/doubled-entitlements?region=430400")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");

        foreach (var surplus in doubled.Where(row => (bool)row!["correcting"]!))
        {
            var entitlement = $"/v1/entitlements/{surplus!["entitlementId"]}";
            var version = (await host.Approver.GetAsync(entitlement)).ShouldBe(HttpStatusCode.OK).ETag;
            (await host.Approver.PostAsync($"{entitlement}/corrections/approval", etag: version)).ShouldBe(HttpStatusCode.OK);
        }

        (await clerk.GetAsync("/v1/doubled-entitlements")).Body!.AsArray().ShouldBeEmpty();
        await undo();
        (await clerk.GetAsync("/v1/doubled-entitlements")).Body!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_allowance_is_granted_once_and_a_student_has_one_cadre()
    {
        await using var host = await CaseHost.StartAsync(postgres, "2023-09-01");
        var (one, other) = (await host.JobSeekerAsync(CaseHost.Jiangan, "low_income_allowance_family"), await host.JobSeekerAsync(CaseHost.Jiangan, "low_income_allowance_family"));
        var clerk = host.Clerk(CaseHost.Wuhan);
        object apply = new { kind = "low_income_allowance_family", reference = "DB-2023-0417", isCollegeInArea = true };
        var applied = (await clerk.PostAsync($"/v1/job-search-allowances/{other}", apply)).ShouldBe(HttpStatusCode.Created);
        (await host.Official("approver", CaseHost.Wuhan).PostAsync($"/v1/job-search-allowances/{other}/approval", etag: applied.ETag)).ShouldBe(HttpStatusCode.OK);
        List<string> cadres = [];
        for (var number = 1; number <= 2; number++)
        {
            object cadre = new { programme = "hardship", unit = "示例街道", region = CaseHost.Jiangan, account = $"cadre-{number}" };
            cadres.Add($"/v1/cadres/{(Guid)(await clerk.PostAsync("/v1/cadres", cadre)).ShouldBe(HttpStatusCode.Created)["cadreId"]}");
        }

        (await clerk.PostAsync($"{cadres[0]}/students", new { personId = other })).ShouldBe(HttpStatusCode.OK);
        var undo = await MergeAsync(host.Tracking.Host, other, one, CaseHost.Wuhan);

        (await clerk.PostAsync($"/v1/job-search-allowances/{one}", apply)).ShouldBeProblem(HttpStatusCode.Conflict, "entitlement.person_merged");
        (await clerk.PostAsync($"{cadres[1]}/students", new { personId = one })).ShouldBeProblem(HttpStatusCode.Conflict, "pairing.already_paired");
        await undo();
        (await clerk.PostAsync($"/v1/job-search-allowances/{one}", apply)).ShouldBe(HttpStatusCode.Created);
        (await clerk.PostAsync($"{cadres[1]}/students", new { personId = one })).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Two people of Changsha whom three firms each hired.</summary>
    private static async Task<(Guid One, Guid Other)> FoundTwiceAsync(SubsidyHost host)
    {
        var firms = Enumerable.Range(1, 3).Select(number => CreditCode.Create(RegionCode.Parse(Furong), number).Value).ToArray();
        await host.ImportAsync([.. host.People.Take(2).SelectMany(person => firms.Select(firm => Row(person.CitizenId, firm: firm)))]);
        var people = (await host.ListAsync()).Select(item => (Guid)item["personId"]!).Distinct().ToArray();
        return (people[0], people[1]);
    }

    /// <summary>A person's subsidy that was offered to the firm, and accepted by it.</summary>
    private static async Task<(string Path, string? ETag)> AcceptedAsync(SubsidyHost host, Guid person, string kind)
    {
        var found = (await host.ListAsync(query: $"&kind={kind}")).First(item => (Guid)item["personId"]! == person);
        var path = $"/v1/subsidies/{found["subsidyId"]}";
        var offered = (await host.Clerk.PostAsync($"{path}/offer", etag: "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var firm = host.Tracking.Host.As("firm", "host_unit", unit: (string)found["creditCode"]!);
        return (path, (await firm.PostAsync($"{path}/acceptance", etag: offered.ETag)).ShouldBe(HttpStatusCode.OK).ETag);
    }

    /// <summary>Merges an entry into another; what it returns undoes it.</summary>
    private static async Task<Func<Task>> MergeAsync(ServiceHost<Program> host, Guid person, Guid into, string region = "000000")
    {
        var reviewer = host.As("reviewer-1", "reviewer", region);
        var suspected = (await reviewer.PostAsync("/v1/duplicates", new { firstPersonId = into, secondPersonId = person })).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/duplicates/{(Guid)suspected["caseId"]}";
        var merged = (await reviewer.PostAsync($"{path}/same", new { survivorId = into, reason = "same_person_confirmed" }, suspected.ETag)).ShouldBe(HttpStatusCode.OK);
        return async () => (await reviewer.PostAsync($"{path}/undo", new { reason = "documents_differ" }, merged.ETag)).ShouldBe(HttpStatusCode.OK);
    }
}
