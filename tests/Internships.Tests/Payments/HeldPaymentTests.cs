using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using static YouthPlatform.Internships.Tests.Hosting.InternshipsHost;

namespace YouthPlatform.Internships.Tests.Payments;

/// <summary>What is owed to a unit without a confirmed account, suspended or gone is held back by name, and paid once that is settled.</summary>
public sealed class HeldPaymentTests(PostgresFixture postgres)
{
    private const string Today = "2023-09-06";

    private static readonly object Region = new { region = "430100" };

    [Fact]
    public async Task AUnitWithoutAnAccountIsPaidOnceOneIsConfirmed()
    {
        await using var host = await StartAsync(postgres);
        var unit = await GrantedAsync(host, hasAccount: false);
        var path = $"/v1/host-units/{unit.UnitId}";

        (await host.Clerk.PostAsync("/v1/pay-runs", Region)).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.all_held");
        var held = (await host.Clerk.GetAsync("/v1/entitlements?status=held"))["items"].AsArray().ShouldHaveSingleItem()!;
        CodeOf(held).ShouldBe("payee.account_missing");
        CodeOf((await host.Clerk.GetAsync($"/v1/entitlements/{(Guid)held["entitlementId"]!}")).Body!).ShouldBe("payee.account_missing");
        ((string?)(await host.Unit(unit.CreditCode).GetAsync(path))["paymentHold"]["code"]).ShouldBe("payee.account_missing");
        (await host.Official("clerk", "430400").GetAsync("/v1/entitlements?status=held"))["items"].AsArray().ShouldBeEmpty();

        await ChangeAsync(host.Unit(unit.CreditCode), path, "bank-account", AccountRequest("430000009999"));
        (await host.Clerk.PostAsync("/v1/pay-runs", Region)).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.all_held");
        await ChangeAsync(host.Reviewer, path, "bank-account/confirmation");
        (await host.Clerk.GetAsync("/v1/entitlements?status=held"))["items"].AsArray().ShouldBeEmpty();
        var run = await host.ExecutedRunAsync();
        ((string?)run["lines"][0]!["accountEnding"]).ShouldBe("9999");
        var file = await host.Payer.Http.GetStringAsync($"/v1/pay-runs/{(Guid)run["runId"]}/file", TestContext.Current.CancellationToken);
        file.ShouldContain("bank,account_name,account_number\r\n");
        file.ShouldContain("monthly,示例银行长沙分行,长沙示例科技有限公司,430000009999\r\n");
    }

    [Fact]
    public async Task ASuspendedUnitIsLeftOutByNameAndPaidAfterwards()
    {
        await using var host = await StartAsync(postgres);
        var (paid, suspended) = (await host.ApprovedUnitAsync(), await host.ApprovedUnitAsync());
        Guid[] placements =
        [
            await host.RunningPlacementAsync(paid, await host.KnownPersonAsync()),
            await host.ReportedPlacementAsync(suspended, await host.KnownPersonAsync()),
        ];
        await host.ReportMonthAsync(paid, placements[0], "2023-09", Today);
        await host.ApprovedClaimAsync(paid, placements[0]);
        await host.ApprovedClaimAsync(suspended, placements[1]);
        await ChangeAsync(host.Reviewer, $"/v1/host-units/{suspended.UnitId}", "suspension", new { from = Today, reason = "带教缺失" });

        var run = await host.ExecutedRunAsync();

        ((Guid)run["lines"].AsArray().ShouldHaveSingleItem()!["payee"]!).ShouldBe(paid.UnitId);
        var held = run["held"].AsArray().ShouldHaveSingleItem()!;
        ((Guid)held["payee"]!, (string?)held["reason"]!["code"], (string?)held["amount"]!["amount"]).ShouldBe((suspended.UnitId, "payee.suspended", "1500.00"));
        await ChangeAsync(host.Reviewer, $"/v1/host-units/{suspended.UnitId}", "suspension-lifting", new { reason = "已整改" });
        run = await host.ExecutedRunAsync();
        ((Guid)run["lines"].AsArray().ShouldHaveSingleItem()!["payee"]!).ShouldBe(suspended.UnitId);
    }

    [Fact]
    public async Task WhatChangedSinceTheRunWasDrawnUpStopsIt()
    {
        await using var host = await StartAsync(postgres);
        var unit = await GrantedAsync(host);
        var path = $"/v1/host-units/{unit.UnitId}";
        var run = await ApprovedRunAsync(host);
        await ChangeAsync(host.Reviewer, path, "suspension", new { from = Today, reason = "带教缺失" });
        (await ExecuteAsync(host, run)).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.payee_held");

        await ChangeAsync(host.Reviewer, path, "suspension-lifting", new { reason = "已整改" });
        await ChangeAsync(host.Unit(unit.CreditCode), path, "bank-account", AccountRequest("430000009999"));
        await ChangeAsync(host.Reviewer, path, "bank-account/confirmation");
        (await ExecuteAsync(host, run)).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.account_changed");

        await ChangeAsync(host.Official("approver", "430000"), $"/v1/pay-runs/{(Guid)run["runId"]}", "rejection", new { reason = "收款账户已变更" });
        ((string?)(await host.ExecutedRunAsync())["lines"][0]!["accountEnding"]).ShouldBe("9999");
    }

    [Fact]
    public async Task WhatAUnitThatLeftIsOwedIsPaidOnceAnOfficialAllowsIt()
    {
        await using var host = await StartAsync(postgres);
        var unit = await GrantedAsync(host);
        var path = $"/v1/host-units/{unit.UnitId}";
        await ChangeAsync(host.Unit(unit.CreditCode), path, "withdrawal", new { reason = "不再参加" });
        var held = (await host.Clerk.GetAsync("/v1/entitlements?status=held"))["items"].AsArray().ShouldHaveSingleItem()!;
        CodeOf(held).ShouldBe("payee.withdrawn");
        var version = (await host.Approver.GetAsync(path)).ETag;
        (await host.Official("approver", "430400").PostAsync($"{path}/final-payment", new { reason = "应予结清" }, version))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        await ChangeAsync(host.Approver, path, "final-payment", new { reason = "应予结清" });
        ((string?)(await host.ExecutedRunAsync())["net"]["amount"]).ShouldBe("1500.00");
    }

    private static async Task<HostedUnit> GrantedAsync(InternshipsHost host, bool hasAccount = true)
    {
        var unit = await host.ApprovedUnitAsync(hasAccount: hasAccount);
        await host.ApprovedClaimAsync(unit, await host.ReportedPlacementAsync(unit, await host.KnownPersonAsync()));
        return unit;
    }

    private static async Task<ServiceReply> ApprovedRunAsync(InternshipsHost host)
    {
        var run = (await host.Clerk.PostAsync("/v1/pay-runs", Region)).ShouldBe(HttpStatusCode.Created);
        return (await host.Official("approver", "430000").PostAsync($"/v1/pay-runs/{(Guid)run["runId"]}/approval", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private static Task<ServiceReply> ExecuteAsync(InternshipsHost host, ServiceReply run) =>
        host.Payer.PostAsync($"/v1/pay-runs/{(Guid)run["runId"]}/execution", etag: run.ETag);

    private static string? CodeOf(JsonNode entitlement) => (string?)entitlement["hold"]!["code"];
}
