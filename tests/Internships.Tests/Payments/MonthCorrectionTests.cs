using System.Net;
using YouthPlatform.Testing;
using static YouthPlatform.Internships.Tests.Hosting.InternshipsHost;

namespace YouthPlatform.Internships.Tests.Payments;

/// <summary>A month that changes after it was claimed proposes its own correction; somebody else approves it.</summary>
public sealed class MonthCorrectionTests(PostgresFixture postgres)
{
    private const string Today = "2023-09-06";

    private static readonly object TooFew = new { month = "2023-09", daysPresent = 5, reason = "漏记病假" };

    [Fact]
    public async Task CorrectedAttendanceClawsBackAndIsNettedOnceSomebodyElseApproves()
    {
        await using var host = await StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var placement = await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync());
        await host.ApprovedClaimAsync(unit, placement);
        var run = await host.ExecutedRunAsync();
        var path = $"/v1/placements/{placement}";
        var version = (await host.Unit(unit.CreditCode).GetAsync(path)).ETag;
        (await host.Unit(unit.CreditCode).PostAsync($"{path}/attendance-corrections", TooFew, version))
            .ShouldBeProblem(HttpStatusCode.Conflict, "attendance.frozen");
        (await host.AnswerAsync(run, "paid", Today, 1)).ShouldBe(HttpStatusCode.OK);

        await ChangeAsync(host.Unit(unit.CreditCode), path, "attendance-corrections", TooFew);

        var entitlement = $"/v1/entitlements/{(Guid)run["lines"][0]!["entitlementId"]!}";
        var proposed = await host.Clerk.GetAsync(entitlement);
        ((string?)proposed["proposedOwed"]["amount"], (string?)proposed["owed"]["amount"]).ShouldBe(("0.00", "1500.00"));
        proposed["proposedChecks"].AsArray().Where(check => !(bool)check!["passed"]!).Select(check => (string?)check!["name"]).ShouldBe(["attendance.sufficient"]);
        (await host.Host.As($"unit-{unit.CreditCode}", "approver", "430100").PostAsync($"{entitlement}/corrections/approval", etag: proposed.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "four_eyes.same_person");
        await ChangeAsync(host.Approver, entitlement, "corrections/approval");

        await host.ReportedPlacementInOctoberAsync(unit, placement);
        var claim = (await host.Unit(unit.CreditCode).PostAsync("/v1/claims", ClaimRequest("2023-10", placement))).ShouldBe(HttpStatusCode.Created);
        await ChangeAsync(host.Approver, $"/v1/claims/{(Guid)claim["claimId"]}", "approval");
        run = await host.ExecutedRunAsync();
        ((string?)run["net"]["amount"], (string?)run["lines"][0]!["status"]).ShouldBe(("0.00", "offset"));
        ((bool)(await host.Clerk.GetAsync(entitlement))["voided"]).ShouldBeTrue();
    }

    [Fact]
    public async Task WhatAClaimIsDecidedOnIsNotChangedUnderIt()
    {
        await using var host = await StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var client = host.Unit(unit.CreditCode);
        var placement = await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync());
        var claim = (await client.PostAsync("/v1/claims", ClaimRequest("2023-09", placement))).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/placements/{placement}";
        var version = (await client.GetAsync(path)).ETag;
        (await client.PostAsync($"{path}/attendance-corrections", TooFew, version)).ShouldBeProblem(HttpStatusCode.Conflict, "claim.under_review");
        (await client.PostAsync($"{path}/allowance-returns", Returned, version)).ShouldBeProblem(HttpStatusCode.Conflict, "claim.under_review");
        await ChangeAsync(host.Approver, $"/v1/claims/{(Guid)claim["claimId"]}", "rejection", new { reason = "考勤有误" });
        await ChangeAsync(client, path, "attendance-corrections", TooFew);
    }

    // The unit paid the intern, the bank returned it: a ghost until the intern is paid again (H9 §三(一), §四(二)).
    [Fact]
    public async Task AnAllowanceThatTheBankReturnedTakesTheMonthUntilItIsPaidAgain()
    {
        await using var host = await StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var client = host.Unit(unit.CreditCode);
        var placement = await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync());
        var path = $"/v1/placements/{placement}";
        (await host.Unit(NewCreditCode()).PostAsync($"{path}/allowance-returns", Returned, (await client.GetAsync(path)).ETag))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.unit_forbidden");
        var claim = await host.ApprovedClaimAsync(unit, placement);
        var view = await ChangeAsync(client, path, "allowance-returns", Returned);
        ((string?)view["months"].AsArray()[0]!["allowancePaid"]!["amount"]).ShouldBe("0.00");
        (await host.Clerk.PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.lines_out_of_range");

        object again = new { month = "2023-09", amount = Yuan("1800.00"), channel = "bank_card", paidOn = Today, reference = "A-again" };
        (await client.PostAsync($"{path}/allowances", again, view.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "entitlement.correction_open");
        var entitlement = $"/v1/entitlements/{(Guid)(await client.GetAsync($"/v1/claims/{(Guid)claim["claimId"]}"))["lines"][0]!["entitlementId"]!}";
        await ChangeAsync(host.Approver, entitlement, "corrections/rejection", new { reason = "单位已补发" });
        view = (await client.PostAsync($"{path}/allowances", again, view.ETag)).ShouldBe(HttpStatusCode.OK);
        ((string?)(await host.ExecutedRunAsync())["net"]["amount"]).ShouldBe("1500.00");
    }

    [Fact]
    public async Task AReturnedAllowanceIsFoundByTheClaim()
    {
        await using var host = await StartAsync(postgres);
        var unit = await host.ApprovedUnitAsync();
        var client = host.Unit(unit.CreditCode);
        var placement = await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync());
        await ChangeAsync(client, $"/v1/placements/{placement}", "allowance-returns", Returned);
        var claim = (await client.PostAsync("/v1/claims", ClaimRequest("2023-09", placement))).ShouldBe(HttpStatusCode.Created);
        claim["lines"][0]!["checks"]!.AsArray().Where(check => !(bool)check!["passed"]!).Select(check => (string?)check!["name"]).ShouldBe(["allowance.paid"]);
    }

    private static object Returned => new { reference = "A-2023-09", returnedOn = Today, reason = "收款账号有误" };
}
