using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Inspections;

public sealed class InspectionApiTests(PostgresFixture postgres)
{
    private static readonly object Period = new { region = "430100", from = "2023-09", to = "2023-12" };

    [Fact]
    public async Task ASampleIsDrawnFromTheAnnouncementsDigestAndAFindingIsClawedBack()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        await host.ApprovedClaimAsync(unit, await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync()));
        var run = await host.ExecutedRunAsync();
        (await host.AnswerAsync(run, "paid", "2023-09-06", 1)).ShouldBe(HttpStatusCode.OK);
        var inspection = await DrawnAsync(host);

        inspection = await FoundAsync(host, unit, inspection);
        var path = PathOf(inspection);
        var entitlementId = (Guid)run["lines"].AsArray()[0]!["entitlementId"]!;
        object conclusion = new { annulments = new[] { new { entitlementId, owed = InternshipsHost.Yuan("0.00") } }, reason = "虚报属实" };
        (await host.Official("approver", "430400").PostAsync($"{path}/conclusion", conclusion, inspection.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        object foreign = new { annulments = new[] { new { entitlementId = Guid.Empty, owed = InternshipsHost.Yuan("0.00") } }, reason = "虚报属实" };
        (await host.Approver.PostAsync($"{path}/conclusion", foreign, inspection.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "inspection.annulment_invalid");
        inspection = (await host.Approver.PostAsync($"{path}/conclusion", conclusion, inspection.ETag)).ShouldBe(HttpStatusCode.OK);

        ((string?)inspection["status"]).ShouldBe("upheld");
        var entitlement = await host.Payer.GetAsync($"/v1/entitlements/{entitlementId}");
        ((string?)entitlement["recoverable"]["amount"]).ShouldBe("1500.00");
        object repayment = new { amount = InternshipsHost.Yuan("1500.00"), reference = "R-1", receivedOn = "2023-09-06" };
        (await host.Official("payer", "430400").PostAsync($"/v1/entitlements/{entitlementId}/repayments", repayment, entitlement.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        entitlement = (await host.Payer.PostAsync($"/v1/entitlements/{entitlementId}/repayments", repayment, entitlement.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)entitlement["netPaid"]["amount"]).ShouldBe("0.00");
    }

    [Fact]
    public async Task ADrawIsAnnouncedOnceARegionAndPeriod()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        (await host.Reviewer.PostAsync("/v1/inspection-draws", Period)).ShouldBeProblem(HttpStatusCode.Conflict, "inspection_draw.population_empty");
        var unit = await host.ApprovedUnitAsync();
        await host.ApprovedClaimAsync(unit, await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync()));
        (await host.Clerk.PostAsync("/v1/inspection-draws", Period)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await host.Official("reviewer", "430400").PostAsync("/v1/inspection-draws", Period)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Reviewer.PostAsync("/v1/inspection-draws", Period)).ShouldBe(HttpStatusCode.Created);
        (await host.Reviewer.PostAsync("/v1/inspection-draws", Period)).ShouldBeProblem(HttpStatusCode.Conflict, "inspection_draw.already_announced");
    }

    private static async Task<ServiceReply> DrawnAsync(InternshipsHost host)
    {
        var draw = (await host.Reviewer.PostAsync("/v1/inspection-draws", Period)).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/inspection-draws/{(Guid)draw["drawId"]}";
        (await host.Official("reviewer", "430400").PostAsync($"{path}/sample", etag: draw.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        draw = (await host.Reviewer.PostAsync($"{path}/sample", etag: draw.ETag)).ShouldBe(HttpStatusCode.OK);
        draw["sample"].AsArray().Count.ShouldBe(1);
        ((string?)draw["seed"])!.Length.ShouldBe(64);
        (await host.Official("auditor", "430000").GetAsync(path)).ShouldBe(HttpStatusCode.OK);
        var listed = (await host.Reviewer.GetAsync("/v1/inspections"))["items"].AsArray().ShouldHaveSingleItem()!;
        return await host.Reviewer.GetAsync($"/v1/inspections/{(Guid)listed["inspectionId"]!}");
    }

    private static async Task<ServiceReply> FoundAsync(InternshipsHost host, HostedUnit unit, ServiceReply inspection)
    {
        var path = PathOf(inspection);
        object findings = new { findings = new[] { new { kind = "inflation", detail = "考勤与门禁记录不符" } } };
        (await host.Official("reviewer", "430400").PostAsync($"{path}/findings", findings, inspection.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        inspection = (await host.Reviewer.PostAsync($"{path}/findings", findings, inspection.ETag)).ShouldBe(HttpStatusCode.OK);

        // Ten working days after 2023-09-06.
        ((string?)inspection["replyDueOn"]).ShouldBe("2023-09-20");
        (await host.Unit(InternshipsHost.NewCreditCode()).PostAsync($"{path}/reply", new { reply = "无" }, inspection.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        (await host.Unit(InternshipsHost.NewCreditCode()).GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.file_forbidden");
        return (await host.Unit(unit.CreditCode).PostAsync($"{path}/reply", new { reply = "已补充考勤原件" }, inspection.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private static string PathOf(ServiceReply inspection) => $"/v1/inspections/{(Guid)inspection["inspectionId"]}";
}
