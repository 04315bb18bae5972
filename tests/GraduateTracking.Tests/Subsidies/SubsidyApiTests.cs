using System.Net;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using static YouthPlatform.GraduateTracking.Tests.Subsidies.SubsidyHost;

namespace YouthPlatform.GraduateTracking.Tests.Subsidies;

/// <summary>From the month's newly insured to the bank (H32 §二(一)2), over HTTP on a real database.</summary>
public sealed class SubsidyApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task AFirmIsOfferedWhatTheDataSayItIsEntitledToAndIsPaidOnce()
    {
        await using var host = await StartAsync(postgres);
        var import = await host.ImportAsync(Row(host.People[0].CitizenId), Row("11010119900307001X"), Row(host.People[1].CitizenId, "大型"));
        ((int)import["accepted"]!).ShouldBe(2);
        var found = await host.ListAsync();
        found.Count(item => (string)item["status"]! == "candidate").ShouldBe(4);
        found.Where(item => (string)item["status"]! == "not_entitled").Select(item => (string)item["kind"]!).ShouldBe(["one_off_hiring", "social_insurance"], ignoreOrder: true);

        var (path, accepted) = await host.AcceptedAsync("one_off_hiring");
        var checks = accepted["checks"].AsArray();
        checks.Select(check => ((string)check!["name"]!, (bool)check["passed"]!)).ShouldContain(("recent_graduate.small_or_medium_firm", true));
        ((string)checks[0]!["rule"]!["key"]!).ShouldBe("entitlement.one_off_hiring");
        (await host.Tracking.Host.As("clerk-430100", "approver", "430100").PostAsync($"{path}/approval", new { }, accepted.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        (await host.Approver.PostAsync($"{path}/approval", new { }, accepted.ETag)).ShouldBe(HttpStatusCode.OK);
        await host.PayAsync("2023-08-10");

        var published = await host.Tracking.Host.PublishedAsync<Contracts.GraduateTracking.EntitlementPaid>();
        var paid = published.ShouldHaveSingleItem();
        (paid.Kind, paid.Amount, paid.Region, paid.UnitId is not null).ShouldBe(("one_off_hiring", 1000m, Furong, true));
        (await host.Clerk.PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.lines_out_of_range");
    }

    // The packs begin in 2023: a row of a day before them is refused by name, and the rows after it are dealt with.
    [Fact]
    public async Task ARowWhoseDayNoPackCoversIsRejectedByNameAndTheFileGoesOn()
    {
        await using var host = await StartAsync(postgres);

        var import = await host.ImportAsync(Row(host.People[0].CitizenId, from: "2019-01-01"), Row(host.People[1].CitizenId));

        ((string)import["status"]!, (int)import["rejected"]!, (int)import["accepted"]!).ShouldBe(("completed", 1, 1));
        var rows = await host.Clerk.GetAsync($"/v1/insured-imports/{(Guid)import["importId"]!}/rows?status=rejected");
        ((string)rows["items"][0]!["code"]!).ShouldBe("policy.parameter_missing");
    }

    [Fact]
    public async Task SubsidiesThatExcludeEachOtherAreNotBothOffered()
    {
        await using var host = await StartAsync(postgres);
        await host.ImportAsync(Row(host.People[0].CitizenId));
        await host.AcceptedAsync("one_off_hiring");
        var (expansion, found) = await host.FoundAsync("one_off_expansion");
        (await host.Clerk.PostAsync($"{expansion}/offer", etag: found.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "subsidy.excluded");
        var (insurance, other) = await host.FoundAsync("social_insurance");
        (await host.Clerk.PostAsync($"{insurance}/offer", etag: other.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task OfTwoFirmsThatAreOfferedThePersonAtOnceOneGetsIt()
    {
        await using var host = await StartAsync(postgres);
        var firms = Enumerable.Range(1, 6).Select(number => CreditCode.Create(RegionCode.Parse(Furong), number).Value);
        await host.ImportAsync([.. firms.Select(firm => Row(host.People[0].CitizenId, firm: firm))]);
        var offers = await Task.WhenAll((await host.ListAsync(query: "&kind=one_off_hiring"))
            .Select(item => host.Clerk.PostAsync($"/v1/subsidies/{item["subsidyId"]}/offer", etag: "\"1\"")));
        offers.Count(offer => offer.Status == HttpStatusCode.OK).ShouldBe(1);
        offers.Where(offer => offer.Status != HttpStatusCode.OK).ShouldAllBe(offer => offer.Code == "subsidy.excluded");
    }

    [Fact]
    public async Task ADeclinedOfferFreesThePersonForAnother()
    {
        await using var host = await StartAsync(postgres);
        await host.ImportAsync(Row(host.People[0].CitizenId));
        var (path, found) = await host.FoundAsync("one_off_hiring");
        var offered = (await host.Clerk.PostAsync($"{path}/offer", etag: found.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Unit.PostAsync($"{path}/decline", new { reason = "" }, offered.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "reason.missing");
        (await host.Unit.PostAsync($"{path}/decline", new { reason = "已享受扩岗补助" }, offered.ETag)).ShouldBe(HttpStatusCode.OK);
        var (expansion, other) = await host.FoundAsync("one_off_expansion");
        (await host.Clerk.PostAsync($"{expansion}/offer", etag: other.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TheSameFileChangesNothingAndLaterDataEndTheInsurance()
    {
        await using var host = await StartAsync(postgres);
        var row = Row(host.People[0].CitizenId);
        await host.ImportAsync(row);
        (await UploadAsync(host.Clerk, row)).ShouldBe(HttpStatusCode.OK);
        var second = await host.ImportAsync(row, Row(host.People[2].CitizenId));
        ((int)second["alreadyKnown"]!, (int)second["accepted"]!).ShouldBe((1, 1));
        await host.ImportAsync(Row(host.People[0].CitizenId, ended: "2023-08-05"));
        var ended = (await host.ListAsync(query: "&kind=one_off_hiring")).Single(item => item["insuranceEndedOn"] is not null);
        (await host.Clerk.PostAsync($"/v1/subsidies/{ended["subsidyId"]}/offer", etag: "\"2\"")).ShouldBeProblem(HttpStatusCode.Conflict, "subsidy.insurance_ended");
    }

    [Fact]
    public async Task ASocialInsuranceSubsidyIsGrantedMonthByMonth()
    {
        await using var host = await StartAsync(postgres);
        await host.ImportAsync(Row(host.People[0].CitizenId));
        var (path, accepted) = await host.AcceptedAsync("social_insurance");
        (await host.Approver.PostAsync($"{path}/approval", new { month = "2023-08" }, accepted.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "subsidy.month_not_over");
        host.Tracking.Host.SetDate(new(2023, 10, 9));
        var august = (await host.Approver.PostAsync($"{path}/approval", new { month = "2023-08" }, accepted.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Approver.PostAsync($"{path}/approval", new { month = "2023-09" }, august.ETag)).ShouldBe(HttpStatusCode.OK);
        await host.PayAsync("2023-10-09");
        (await host.Tracking.Host.PublishedAsync<Contracts.GraduateTracking.EntitlementPaid>())
            .Select(paid => (paid.Kind, paid.Period, paid.Amount)).ShouldBe([("social_insurance", "2023-08", 800m), ("social_insurance", "2023-09", 800m)], ignoreOrder: true);
    }

    [Fact]
    public async Task NothingOfWhoIsNotOnTheLedgerIsKeptAndNoCitizenIdOfAnybody()
    {
        await using var host = await StartAsync(postgres);
        var import = await host.ImportAsync(Row("11010119900307001X"), Row(host.People[0].CitizenId));
        ((int)import["rejected"]!).ShouldBe(1);
        foreach (var citizenId in (string[])["11010119900307001X", host.People[0].CitizenId])
        {
            (await host.Tracking.ScalarAsync<long>($"SELECT count(*) FROM log.events_readable WHERE data::text LIKE '%{citizenId}%'")).ShouldBe(0);
        }

        string.Join('\n', host.Tracking.Host.Logged.All).ShouldNotContain(host.People[0].CitizenId);
    }

    [Fact]
    public async Task RebuiltRowsEqualTheLiveOnes()
    {
        await using var host = await StartAsync(postgres);
        await host.ImportAsync(Row(host.People[0].CitizenId), Row(host.People[1].CitizenId, "大型"));
        await host.AcceptedAsync("one_off_hiring");
        var rebuilder = host.Tracking.Host.Services.GetRequiredService<ProjectionRebuilder>();
        (await rebuilder.CompareAsync("subsidies", TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await rebuilder.RebuildAsync("subsidies", TestContext.Current.CancellationToken);
        (await rebuilder.CompareAsync("subsidies", TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }
}
