using System.Net;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Payments;

/// <summary>From a granted claim to the bank and back, over HTTP.</summary>
public sealed class PayRunApiTests(PostgresFixture postgres)
{
    private const string Today = "2023-09-06";

    [Fact]
    public async Task MakerCheckerAndPayerAreThreePeopleOfTheRegion()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        await host.ApprovedClaimAsync(unit, await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync()));
        object region = new { region = "430100" };
        (await host.Payer.PostAsync("/v1/pay-runs", region)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await host.Official("clerk", "430400").PostAsync("/v1/pay-runs", region)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        var run = (await host.Clerk.PostAsync("/v1/pay-runs", region)).ShouldBe(HttpStatusCode.Created);
        ((string?)run["net"]["amount"]).ShouldBe("1500.00");
        var path = $"/v1/pay-runs/{(Guid)run["runId"]}";
        (await host.Official("clerk", "430400").GetAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Host.As("clerk-430100", "approver", "430100").PostAsync($"{path}/approval", etag: run.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        (await host.Official("approver", "430400").PostAsync($"{path}/approval", etag: run.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Payer.PostAsync($"{path}/execution", etag: run.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.not_approved");
        run = (await host.Official("approver", "430000").PostAsync($"{path}/approval", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Payer.GetAsync($"{path}/file")).ShouldBeProblem(HttpStatusCode.NotFound, "pay_run.not_executed");

        // Who approved the claim does not pay it.
        (await host.Host.As("approver-430100", "payer", "430100").PostAsync($"{path}/execution", etag: run.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        run = (await host.Payer.PostAsync($"{path}/execution", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
        var file = await host.Payer.Http.GetStringAsync($"{path}/file", TestContext.Current.CancellationToken);
        file.ShouldContain($"{(string?)run["lines"].AsArray()[0]!["paymentId"]},1,{unit.CreditCode},1500.00,CNY");
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file))).ShouldBe((string?)run["fileHash"]);
    }

    [Fact]
    public async Task AFailedLineIsTriedAgainUnderTheSamePaymentAndPaidOnce()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var claim = await host.ApprovedClaimAsync(unit, await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync()));
        var first = await host.ExecutedRunAsync();
        (await host.Clerk.PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.lines_out_of_range");
        var failed = (await host.AnswerAsync(first, "failed", Today, 1)).ShouldBe(HttpStatusCode.OK);
        ((bool)failed["settled"]).ShouldBeTrue();
        var second = await host.ExecutedRunAsync();
        LineOf(second)["paymentId"]!.GetValue<Guid>().ShouldBe(LineOf(first)["paymentId"]!.GetValue<Guid>());
        ((int)LineOf(second)["attempt"]!).ShouldBe(2);

        // The first run's attempt is no longer asked for; the second's is paid once, however often the bank says so.
        (await host.AnswerAsync(second, "paid", Today, 1)).ShouldBe(HttpStatusCode.OK);
        var again = (await host.AnswerAsync(second, "paid", Today, 1)).ShouldBe(HttpStatusCode.OK);
        ((string?)LineOf(again)["status"]).ShouldBe("paid");
        again["problems"].AsArray().ShouldBeEmpty();
        (await host.Clerk.PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.lines_out_of_range");
        var seen = await host.Unit(unit.CreditCode).GetAsync($"/v1/claims/{(Guid)claim["claimId"]}");
        ((string?)LineOf(seen)["payment"]).ShouldBe("paid");
        var listed = (await host.Payer.GetAsync("/v1/claims?region=430102"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((int)listed["paid"]!).ShouldBe(1);
    }

    [Fact]
    public async Task WhatComesBackIsPaidAgain()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        await host.ApprovedClaimAsync(unit, await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync()));
        var run = await host.ExecutedRunAsync();
        (await host.AnswerAsync(run, "paid", Today, 1)).ShouldBe(HttpStatusCode.OK);
        ((string?)LineOf(await host.AnswerAsync(run, "returned", Today, 1))["status"]).ShouldBe("returned");
        ((int)LineOf(await host.ExecutedRunAsync())["attempt"]!).ShouldBe(2);
    }

    [Fact]
    public async Task ALineInDoubtIsNotPaidAgainUntilItIsResolved()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        await host.ApprovedClaimAsync(unit, await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync()));
        var run = await host.ExecutedRunAsync();
        var doubted = (await host.AnswerAsync(run, "unknown", Today, 1)).ShouldBe(HttpStatusCode.OK);
        ((string?)doubted["problems"].AsArray().ShouldHaveSingleItem()!["code"]).ShouldBe("bank_unsure");
        (await host.Clerk.PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.lines_out_of_range");
        var path = $"/v1/pay-runs/{(Guid)run["runId"]}/lines/1/resolution";
        object resolution = new { hasArrived = false, on = Today, reason = "银行书面答复未支付" };
        (await host.Payer.PostAsync(path, resolution, doubted.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        (await host.Official("payer", "430400").PostAsync(path, resolution, doubted.ETag)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await host.Official("payer", "430000").PostAsync(path, resolution, doubted.ETag)).ShouldBe(HttpStatusCode.OK);
        ((int)LineOf(await host.ExecutedRunAsync())["attempt"]!).ShouldBe(2);
    }

    [Fact]
    public async Task ACorrectionIsClawedBackFromTheNextPayment()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var placement = await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync());
        var claim = await host.ApprovedClaimAsync(unit, placement);
        var run = await host.ExecutedRunAsync();
        var path = $"/v1/entitlements/{(Guid)LineOf(run)["entitlementId"]!}";
        var entitlement = await host.Clerk.GetAsync(path);
        object correction = new { owed = InternshipsHost.Yuan("900.00"), reason = "考勤更正" };
        (await host.Clerk.PostAsync($"{path}/corrections", correction, entitlement.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "entitlement.frozen");
        (await host.AnswerAsync(run, "paid", Today, 1)).ShouldBe(HttpStatusCode.OK);
        await CorrectAsync(host, path, correction);
        (await host.Clerk.GetAsync("/v1/entitlements?status=overpaid"))["items"].AsArray().Count.ShouldBe(1);

        var second = await host.ReportedPlacementInOctoberAsync(unit, placement);
        claim = (await host.Unit(unit.CreditCode).PostAsync("/v1/claims", InternshipsHost.ClaimRequest("2023-10", second))).ShouldBe(HttpStatusCode.Created);
        (await host.Approver.PostAsync($"/v1/claims/{(Guid)claim["claimId"]}/approval", etag: claim.ETag)).ShouldBe(HttpStatusCode.OK);
        run = await host.ExecutedRunAsync();

        ((string?)LineOf(run)["offset"]!["amount"]).ShouldBe("600.00");
        ((string?)LineOf(run)["net"]!["amount"]).ShouldBe("900.00");
        (await host.AnswerAsync(run, "paid", "2023-10-06", 1)).ShouldBe(HttpStatusCode.OK);
        ((string?)(await host.Clerk.GetAsync(path))["recoverable"]["amount"]).ShouldBe("0.00");
    }

    [Fact]
    public async Task RunsDrawnUpAtOncePayNothingTwice()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        await host.ApprovedClaimAsync(
            unit,
            await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync()));
        var runs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Clerk.PostAsync("/v1/pay-runs", new { region = "430100" })));
        runs.Count(run => run.Status == HttpStatusCode.Created).ShouldBe(1);
        runs.Where(run => run.Status != HttpStatusCode.Created).ShouldAllBe(run => run.Code == "pay_run.lines_out_of_range" || run.Code == "entitlement.frozen");
    }

    [Fact]
    public async Task ARepeatedRequestIsAnsweredOnce()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        await host.ApprovedClaimAsync(unit, await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync()));
        var first = (await host.Clerk.PostAsync("/v1/pay-runs", new { region = "430100" }, key: "run-1")).ShouldBe(HttpStatusCode.Created);
        var again = (await host.Clerk.PostAsync("/v1/pay-runs", new { region = "430100" }, key: "run-1")).ShouldBe(HttpStatusCode.Created);
        (again.IsReplay, (Guid)again["runId"]).ShouldBe((true, (Guid)first["runId"]));
    }

    private static async Task CorrectAsync(InternshipsHost host, string path, object correction)
    {
        var entitlement = await host.Clerk.GetAsync(path);
        (await host.Official("clerk", "430400").PostAsync($"{path}/corrections", correction, entitlement.ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        entitlement = (await host.Clerk.PostAsync($"{path}/corrections", correction, entitlement.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Host.As("clerk-430100", "approver", "430100").PostAsync($"{path}/corrections/approval", etag: entitlement.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        (await host.Approver.PostAsync($"{path}/corrections/approval", etag: entitlement.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private static System.Text.Json.Nodes.JsonNode LineOf(ServiceReply reply) => reply["lines"].AsArray()[0]!;
}
