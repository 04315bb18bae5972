using System.Net;
using YouthPlatform.GraduateTracking.Tests.Subsidies;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using static YouthPlatform.GraduateTracking.Tests.Subsidies.SubsidyHost;

namespace YouthPlatform.GraduateTracking.Tests.Paying;

/// <summary>Firms are paid into an account that a second person confirmed; no part of it stands in the log in clear.</summary>
public sealed class FirmAccountTests(PostgresFixture postgres)
{
    private const string Number = "6300000000000000077";
    private const string Holder = "长沙示例科技有限公司";

    [Fact]
    public async Task A_confirmed_account_is_in_the_banks_file_alone()
    {
        await using var host = await ApprovedSubsidyAsync();
        await ConfirmedAsync(host, Number);
        var (path, run) = await RunAsync(host);
        (await host.Payer.PostAsync($"{path}/execution", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);

        var file = await host.Payer.Http.GetStringAsync(new Uri($"{path}/file", UriKind.Relative), TestContext.Current.CancellationToken);
        file.ShouldContain(Number);
        file.ShouldContain(Holder);
        (await host.Tracking.ScalarAsync<long>($"SELECT count(*) FROM log.events_readable WHERE data::text LIKE '%{Number}%' OR data::text LIKE '%{Holder}%'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_run_whose_firm_has_another_account_since_is_not_handed_over_and_a_contested_one_is_held()
    {
        await using var host = await ApprovedSubsidyAsync();
        await ConfirmedAsync(host, Number);
        var (path, run) = await RunAsync(host);
        var second = await ConfirmedAsync(host, "6300000000000000078");
        (await host.Payer.PostAsync($"{path}/execution", etag: run.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.account_changed");

        (await host.Clerk.PostAsync($"/v1/payee-accounts/{(Guid)second["payeeId"]}/contest", new { reason = "户名与单位不符" }, second.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Payer.PostAsync($"{path}/execution", etag: run.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.payee_held");
    }

    [Fact]
    public async Task Where_accounts_are_required_a_firm_without_a_confirmed_one_is_held()
    {
        await using var host = await ApprovedSubsidyAsync();
        await using var strict = host.Tracking.StartAnother("Payments:RequireAccounts", "true", new(2023, 8, 10));
        var clerk = strict.As("clerk-430100", "clerk", "430100");
        var named = await NamedAsync(host, Number);
        (await clerk.PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.all_held");
        (await ConfirmAsync(host, named, Number, "430400")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await ConfirmAsync(host, named, "6300000000000000000")).ShouldBeProblem(HttpStatusCode.Conflict, "payee_account.differs");
        (await ConfirmAsync(host, named, Number)).ShouldBe(HttpStatusCode.OK);
        (await clerk.PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_firm_is_paid_into_its_account_after_the_secret_of_payees_was_changed()
    {
        const string Path = "/v1/payee-accounts/master-key";
        await using var host = await ApprovedSubsidyAsync();
        await ConfirmedAsync(host, Number);
        var (path, run) = await RunAsync(host);
        var ops = host.Tracking.Host.As("ops-1", "ops", "000000");
        var keys = (await ops.GetAsync(Path)).ShouldBe(HttpStatusCode.OK);
        var next = keys["configured"].AsArray().Select(id => (string)id!).Single(id => id != (string)keys["current"]!);
        (await ops.PostAsync(Path, new { keyId = next })).ShouldBe(HttpStatusCode.OK);
        await Eventually.BecomesAsync(
            async () => (await ops.GetAsync(Path)).ShouldBe(HttpStatusCode.OK)["retiring"].AsArray().Count == 0, TimeSpan.FromSeconds(90), "the key is wrapped anew");

        ((long)(await ops.GetAsync(Path))["payees"][next]!).ShouldBe(1);
        (await host.Payer.PostAsync($"{path}/execution", etag: run.ETag)).ShouldBe(HttpStatusCode.OK);
        (await host.Payer.Http.GetStringAsync(new Uri($"{path}/file", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain(Number);
    }

    private static object Account(string number) => new { bank = "示例银行长沙分行", holder = Holder, number };

    private static async Task<ServiceReply> NamedAsync(SubsidyHost host, string number) =>
        (await host.Unit.PostAsync("/v1/payee-accounts", new { region = "430100", account = Account(number) })).ShouldBe(HttpStatusCode.Created);

    private static Task<ServiceReply> ConfirmAsync(SubsidyHost host, ServiceReply named, string number, string region = "430100") =>
        host.Tracking.Host.As($"reviewer-{region}", "reviewer", region)
            .PostAsync($"/v1/payee-accounts/{(Guid)named["payeeId"]}/confirmation", Account(number), named.ETag);

    private static async Task<ServiceReply> ConfirmedAsync(SubsidyHost host, string number) =>
        (await ConfirmAsync(host, await NamedAsync(host, number), number)).ShouldBe(HttpStatusCode.OK);

    private static async Task<(string Path, ServiceReply Run)> RunAsync(SubsidyHost host)
    {
        var run = (await host.Clerk.PostAsync("/v1/pay-runs", new { region = "430100" })).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/pay-runs/{(Guid)run["runId"]}";
        return (path, (await host.Tracking.Host.As("checker-1", "approver", "430100").PostAsync($"{path}/approval", etag: run.ETag)).ShouldBe(HttpStatusCode.OK));
    }

    private async Task<SubsidyHost> ApprovedSubsidyAsync()
    {
        var host = await StartAsync(postgres);
        await host.ImportAsync(Row(host.People[0].CitizenId));
        var (path, accepted) = await host.AcceptedAsync("one_off_hiring");
        (await host.Approver.PostAsync($"{path}/approval", new { }, accepted.ETag)).ShouldBe(HttpStatusCode.OK);
        return host;
    }
}
