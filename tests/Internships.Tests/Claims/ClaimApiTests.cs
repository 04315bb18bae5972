using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Claims;

public sealed class ClaimApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task OfTwoClaimsAtOnceForTheSameMonthOneIsPayable()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var placement = await host.RunningPlacementAsync(unit, await host.KnownPersonAsync());
        host.SetDate("2023-09-06");
        var client = host.Unit(unit.CreditCode);
        var request = InternshipsHost.ClaimRequest("2023-09", placement);

        var replies = await Task.WhenAll(client.PostAsync("/v1/claims", request), client.PostAsync("/v1/claims", request));

        replies.Count(IsPayable).ShouldBe(1);
        replies.Single(reply => !IsPayable(reply)).ShouldSatisfyAllConditions(
            reply => (reply.Code is "subsidy.already_claimed" || FailedChecks(reply).SequenceEqual(["month.not_claimed_before"])).ShouldBeTrue());
        var later = (await client.PostAsync("/v1/claims", request)).ShouldBe(HttpStatusCode.Created);
        FailedChecks(later).ShouldBe(["month.not_claimed_before"]);
        (await host.Approver.PostAsync($"/v1/claims/{(Guid)later["claimId"]}/approval", etag: later.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "claim.nothing_payable");
    }

    [Fact]
    public async Task ProposerApproverAndPayerAreThreePeople()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var claim = await ProposedAsync(host, unit);
        var path = $"/v1/claims/{(Guid)claim["claimId"]}";
        (await host.Host.As($"unit-{unit.CreditCode}", "approver", "430100").PostAsync($"{path}/approval", etag: claim.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        (await host.Official("approver", "430400").PostAsync($"{path}/approval", etag: claim.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        claim = (await host.Approver.PostAsync($"{path}/approval", etag: claim.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Host.As("approver-430100", "payer", "430100").PostAsync($"{path}/payment-orders", etag: claim.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        (await host.Payer.PostAsync($"{path}/payment-orders", etag: claim.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AFailedLineIsOrderedAgainAndPaidOnce()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var claim = await ProposedAsync(host, unit);
        var path = $"/v1/claims/{(Guid)claim["claimId"]}";
        claim = (await host.Approver.PostAsync($"{path}/approval", etag: claim.ETag)).ShouldBe(HttpStatusCode.OK);
        claim = (await host.Payer.PostAsync($"{path}/payment-orders", etag: claim.ETag)).ShouldBe(HttpStatusCode.OK);
        var first = OrderOf(claim);
        claim = (await ReportAsync(host, path, first, new { line = 1, outcome = "failed", on = "2023-09-06", reason = "账号错误" })).ShouldBe(HttpStatusCode.OK);
        ((string?)claim["lines"].AsArray()[0]!["payment"]).ShouldBe("failed");
        claim = (await host.Payer.PostAsync($"{path}/payment-orders", etag: claim.ETag)).ShouldBe(HttpStatusCode.OK);
        var paid = new { line = 1, outcome = "paid", on = "2023-09-06", reference = "B-2" };
        (await ReportAsync(host, path, first, paid)).ShouldBeProblem(HttpStatusCode.Conflict, "claim.line_not_ordered");
        (await ReportAsync(host, path, OrderOf(claim), paid)).ShouldBe(HttpStatusCode.OK);
        var again = (await ReportAsync(host, path, OrderOf(claim), paid)).ShouldBe(HttpStatusCode.OK);
        (await host.Payer.PostAsync($"{path}/payment-orders", etag: again.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "claim.nothing_to_order");

        var listed = (await host.Payer.GetAsync("/v1/claims?region=430102"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((int)listed["paid"]!).ShouldBe(1);
        var events = await host.Host.Store.LoadAsync($"claim-{(Guid)claim["claimId"]}", 0, TestContext.Current.CancellationToken);
        events.Events.Count(recorded => recorded.Type == "internships.subsidy_paid.v1").ShouldBe(1);
    }

    [Fact]
    public async Task ARejectedClaimsMonthIsClaimedAgain()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var claim = await ProposedAsync(host, unit);
        var placement = (Guid)claim["lines"].AsArray()[0]!["placementId"]!;
        (await host.Approver.PostAsync($"/v1/claims/{(Guid)claim["claimId"]}/rejection", new { reason = "附件不清" }, claim.ETag)).ShouldBe(HttpStatusCode.OK);
        var again = await host.Unit(unit.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", placement));
        IsPayable(again).ShouldBeTrue();
    }

    private static async Task<ServiceReply> ProposedAsync(InternshipsHost host, HostedUnit unit)
    {
        var placement = await host.RunningPlacementAsync(unit, await host.KnownPersonAsync());
        host.SetDate("2023-09-06");
        return (await host.Unit(unit.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-09", placement))).ShouldBe(HttpStatusCode.Created);
    }

    private static Task<ServiceReply> ReportAsync(InternshipsHost host, string path, Guid orderId, object result) =>
        host.Payer.PostAsync($"{path}/bank-results", new { orderId, results = new[] { result } });

    private static Guid OrderOf(ServiceReply claim) => (Guid)claim["lines"].AsArray()[0]!["orderId"]!;

    private static bool IsPayable(ServiceReply reply) =>
        reply.Status == HttpStatusCode.Created && (string?)reply["payable"]["amount"] == "1500.00";

    private static IEnumerable<string> FailedChecks(ServiceReply reply) =>
        reply["lines"].AsArray()[0]!["checks"]!.AsArray().Where(check => !(bool)check!["passed"]!).Select(check => (string)check!["name"]!);
}
