using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.Entrepreneurship.Tests.Hosting;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Entrepreneurship.Tests.Journeys;

/// <summary>The way of projects over HTTP, from the draft to the bank and back.</summary>
public sealed class GrantPathTests(PostgresFixture postgres)
{
    private static readonly Guid Leader = Samples.Id(2);

    [Fact]
    public async Task AnAwardIsPaidInTranchesOnAcceptedReports()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        var path = $"/v1/awards/{(await host.GrantedAsync(Leader))[0]}";
        var award = await host.Official("clerk").GetAsync(path);
        award = await StepAsync(host, "clerk", $"{path}/tranches/first/proposal", award.ETag);
        (await host.Host.As("clerk-430100", "approver", "430100").PostAsync($"{path}/tranches/first/release", etag: award.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        (await host.Official("approver", "430400").PostAsync($"{path}/tranches/first/release", etag: award.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        award = (await host.Approver.PostAsync($"{path}/tranches/first/release", etag: award.ETag)).ShouldBe(HttpStatusCode.OK);
        await host.ConfirmedAccountAsync(host.Person(Leader));
        (await host.PayAsync("2023-05-19", "failed"))["lines"].AsArray().Count.ShouldBe(1);
        ((string)(await host.PayAsync("2023-05-19"))["lines"][0]!["net"]!["amount"]!).ShouldBe("6000.00");

        (await host.Official("clerk").PostAsync($"{path}/tranches/second/proposal", etag: award.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "tranche.report_missing");
        award = (await host.Person(Leader).PostAsync($"{path}/tranches/first/report", new { text = "样机已完成测试" }, award.ETag)).ShouldBe(HttpStatusCode.OK);
        award = (await host.Committee.PostAsync($"{path}/tranches/first/report/answer", new { isAccepted = true }, award.ETag)).ShouldBe(HttpStatusCode.OK);
        award = await StepAsync(host, "clerk", $"{path}/tranches/second/proposal", award.ETag);
        await StepAsync(host, "approver", $"{path}/tranches/second/release", award.ETag);
        ((string)(await host.PayAsync("2023-05-19"))["lines"][0]!["net"]!["amount"]!).ShouldBe("4000.00");
        (await host.Official("clerk").PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.lines_out_of_range");
        await PublishedAsync(host, "project_recommended.v1", "project_granted.v1", "grant_paid.v1", "grant_paid.v1");

        var letter = await host.Person(Leader).Http.GetStringAsync($"{path}/letter", TestContext.Current.CancellationToken);
        letter.ShouldContain("金桥行动大学生创业帮扶项目资助通知书");
        (await host.Person(Samples.Id(66)).GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.person_forbidden");
    }

    [Fact]
    public async Task ARevokedAwardIsClaimedBackAndFreesTheTeam()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        var path = $"/v1/awards/{(await host.GrantedAsync(Leader))[0]}";
        var award = await StepAsync(host, "clerk", $"{path}/tranches/first/proposal", (await host.Official("clerk").GetAsync(path)).ETag);
        award = (await host.Approver.PostAsync($"{path}/tranches/first/release", etag: award.ETag)).ShouldBe(HttpStatusCode.OK);
        await host.ConfirmedAccountAsync(host.Person(Leader));
        await host.PayAsync("2023-05-19");
        award = (await host.Official("clerk").PostAsync($"{path}/revocation", new { reason = "资金挪作他用" }, award.ETag)).ShouldBe(HttpStatusCode.OK);
        var revoked = await StepAsync(host, "approver", $"{path}/revocation/approval", award.ETag);
        ((string)revoked["state"]!).ShouldBe("revoked");
        var entitlement = $"/v1/entitlements/{(Guid)revoked["tranches"][0]!["entitlementId"]!}";
        var account = await host.Official("payer").GetAsync(entitlement);
        ((string)account["recoverable"]["amount"]!).ShouldBe("6000.00");
        object repayment = new { amount = GrantsHost.Yuan(6_000), reference = "R-1", receivedOn = "2023-05-19" };
        account = (await host.Official("payer").PostAsync($"{entitlement}/repayments", repayment, account.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string)account["recoverable"]["amount"]!).ShouldBe("0.00");
        await PublishedAsync(host, "project_recommended.v1", "project_granted.v1", "grant_paid.v1", "grant_revoked.v1");
    }

    [Fact]
    public async Task TheSelectionIsExplainedObjectedToAndDecided()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await host.OpenAsync();
        Dictionary<Guid, int> points = [];
        foreach (var (number, sector, total) in ((int, string, int)[])[(10, "other", 90), (11, "hard_tech", 80), (12, "other", 70), (13, "rural_revitalisation", 50)])
        {
            points[await host.AcceptedAsync(Samples.Id(number), sector)] = total;
        }

        var ids = points.Keys.ToList();
        await host.RankedAsync(points);
        var preview = (await host.Committee.PostAsync($"{GrantsHost.Programme}/selection/previews", new { })).ShouldBe(HttpStatusCode.OK);
        Selected(preview.Body!).ShouldBe([ids[0], ids[1]], ignoreOrder: true);
        ((string)Line(preview.Body!, ids[2])["blocks"]![0]!).ShouldBe("sector_share");
        ((string)Line(preview.Body!, ids[3])["why"]!).ShouldBe("below_pass_mark");
        object broken = new { adjustments = new[] { new { projectId = ids[2], isSelected = true, reason = "x" }, new { projectId = ids[0], isSelected = true, reason = "x" } } };
        (await host.StepAsync(host.Committee, "selection", broken)).ShouldBeProblem(HttpStatusCode.Conflict, "selection.infeasible");

        (await host.StepAsync(host.Committee, "selection", new { })).ShouldBe(HttpStatusCode.OK);
        (await host.StepAsync(host.Host.As("committee-1", "approver"), "notice")).ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        var notice = (await host.StepAsync(host.Approver, "notice")).ShouldBe(HttpStatusCode.OK);
        ((string)notice["noticeUntil"]!).ShouldBe("2023-05-18");
        (await host.Person(Leader).GetAsync(GrantsHost.Programme))["selection"]["lines"]!.AsArray().Count.ShouldBe(2);

        var objected = (await host.Person(Samples.Id(99)).PostAsync(
            $"{GrantsHost.Programme}/objections", new { projectId = ids[0], ground = "plagiarism", text = "专利不属团队" })).ShouldBe(HttpStatusCode.OK);
        host.SetDate(GrantsHost.NoticeOver);
        (await host.StepAsync(host.Approver, "decision")).ShouldBeProblem(HttpStatusCode.Conflict, "selection.objections_open");
        var objection = (Guid)(await host.Committee.GetAsync(GrantsHost.Programme))["objections"][0]!["objectionId"]!;
        objected.Body!["objections"]!.AsArray().ShouldBeEmpty("Who objects does not see what others objected to.");
        (await host.StepAsync(host.Approver, $"objections/{objection}/resolution", new { isUpheld = true, reason = "属实" })).ShouldBe(HttpStatusCode.OK);

        // Without the project the share allows the third one.
        var again = (await host.StepAsync(host.Committee, "selection", new { })).ShouldBe(HttpStatusCode.OK);
        Selected(again["selection"]).ShouldBe([ids[1], ids[2]], ignoreOrder: true);
        (await host.StepAsync(host.Approver, "notice")).ShouldBe(HttpStatusCode.OK);
        host.SetDate("2023-05-27");
        (await host.StepAsync(host.Approver, "decision")).ShouldBe(HttpStatusCode.OK);
        ((string)(await host.Committee.GetAsync($"/v1/projects/{ids[0]}"))["reason"]!).ShouldBe("struck");
        (await host.Committee.GetAsync("/v1/awards"))["items"].AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task EveryProjectionRebuiltFromTheLogIsTheLiveOne()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        var projects = await host.GrantedAsync(Leader, Samples.Id(3));
        var path = $"/v1/awards/{projects[0]}";
        var award = await StepAsync(host, "clerk", $"{path}/tranches/first/proposal", (await host.Official("clerk").GetAsync(path)).ETag);
        award = (await host.Approver.PostAsync($"{path}/tranches/first/release", etag: award.ETag)).ShouldBe(HttpStatusCode.OK);
        award = (await host.Official("clerk").PostAsync($"{path}/revocation", new { reason = "x" }, award.ETag)).ShouldBe(HttpStatusCode.OK);
        await StepAsync(host, "approver", $"{path}/revocation/approval", award.ETag);
        var rebuilder = host.Host.Services.GetRequiredService<ProjectionRebuilder>();
        rebuilder.Names.ShouldBe(StoredEvents.Projections.Select(projection => projection.Name), ignoreOrder: true);
        foreach (var name in rebuilder.Names)
        {
            (await rebuilder.CompareAsync(name, TestContext.Current.CancellationToken)).ShouldBeEmpty(name);
        }
    }

    private static IEnumerable<Guid> Selected(JsonNode result) =>
        result["lines"]!.AsArray().Where(line => (bool)line!["isSelected"]!).Select(line => (Guid)line!["projectId"]!);

    private static JsonNode Line(JsonNode result, Guid project) =>
        result["lines"]!.AsArray().Single(line => (Guid)line!["projectId"]! == project)!;

    private static async Task<ServiceReply> StepAsync(GrantsHost host, string role, string path, string? etag) =>
        (await host.Official(role).PostAsync(path, etag: etag)).ShouldBe(HttpStatusCode.OK);

    private static async Task PublishedAsync(GrantsHost host, params string[] types)
    {
        var reader = host.Host.Services.GetRequiredService<PublicLogReader>();
        await Eventually.BecomesAsync(
            async () => (await reader.ReadAsync(0, 100, null, null, TestContext.Current.CancellationToken))
                .Select(item => item.Type.Replace("youthplatform.entrepreneurship.", "", StringComparison.Ordinal)).SequenceEqual(types),
            TimeSpan.FromSeconds(90),
            "the public log to hold the events");
    }
}
