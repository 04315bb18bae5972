using System.Net;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.Testing;
using static YouthPlatform.GraduateTracking.Tests.Subsidies.SubsidyHost;

namespace YouthPlatform.GraduateTracking.Tests.Subsidies;

/// <summary>Who comes onto the ledger after the month's file is found in what is kept of it (H32 §二(一)2).</summary>
public sealed class LateMatchTests(PostgresFixture postgres)
{
    private const string Path = "/v1/subsidies/late-matches";

    [Fact]
    public async Task WhoComesLateIsFoundOnceWithoutAnotherFile()
    {
        await using var host = await StartAsync(postgres);
        var import = await host.ImportAsync(Row(Someone.CitizenId(1)), Row(Someone.CitizenId(2), ended: "2023-08-09"), Row(Someone.CitizenId(3), "大型"));
        ((int)import["rejected"]!).ShouldBe(3);
        ((int)(await host.Clerk.PostAsync(Path)).ShouldBe(HttpStatusCode.OK)["matched"]).ShouldBe(0);
        var late = await TakeInAsync(host, 1);
        var left = await TakeInAsync(host, 2);

        ((int)(await host.Tracking.Host.As("clerk-430400", "clerk", "430400").PostAsync(Path)).ShouldBe(HttpStatusCode.OK)["matched"]).ShouldBe(0);
        ((int)(await host.Clerk.PostAsync(Path)).ShouldBe(HttpStatusCode.OK)["matched"]).ShouldBe(2);
        ((int)(await host.Clerk.PostAsync(Path)).ShouldBe(HttpStatusCode.OK)["matched"]).ShouldBe(0);

        var found = await host.ListAsync(query: "&status=candidate");
        found.Count(item => (Guid)item["personId"]! == late && item["insuranceEndedOn"] is null).ShouldBe(3);
        found.Where(item => (Guid)item["personId"]! == left).ShouldAllBe(item => (string?)item["insuranceEndedOn"] == "2023-08-09");
        (await host.Tracking.ScalarAsync<long>("SELECT count(*) FROM vault.insured_waiting")).ShouldBe(1);
        await host.AcceptedAsync("one_off_hiring", late);
    }

    // D1 retention.insured_waiting_months: 12 months, and not a day longer.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task WhatIsKeptIsKeptAsLongAsThePackSays(int daysLonger, int matched)
    {
        await using var host = await StartAsync(postgres);
        await host.ImportAsync(Row(Someone.CitizenId(1)));
        (await host.Tracking.ScalarAsync<DateOnly>("SELECT keep_until FROM vault.insured_waiting")).ShouldBe(new DateOnly(2024, 8, 10));
        await TakeInAsync(host, 1);
        host.Tracking.Host.SetDate(new DateOnly(2024, 8, 10).AddDays(daysLonger));

        ((int)(await host.Clerk.PostAsync(Path)).ShouldBe(HttpStatusCode.OK)["matched"]).ShouldBe(matched);
        (await host.Tracking.ScalarAsync<long>("SELECT count(*) FROM vault.insured_waiting")).ShouldBe(0);
    }

    private static async Task<Guid> TakeInAsync(SubsidyHost host, int number) =>
        (Guid)(await host.Clerk.PostAsync("/v1/intakes", Someone.Request(number, name: $"示例{number}", phone: ""))).ShouldBe(HttpStatusCode.Created)["personId"];
}
