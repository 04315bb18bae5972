using System.Net;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Paying;

/// <summary>People as payees: the bank learns name and account, the log does not, and who is not to be paid is held back by name.</summary>
public sealed class PayeeTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Jiangan = "420102";
    private const string Number = "6200000000000000001";
    private const string Name = "欧阳示例";

    private TrackingHost _tracking = null!;
    private Guid _person;

    private ServiceClient Clerk => As("clerk");

    public async ValueTask InitializeAsync()
    {
        _tracking = await TrackingHost.StartAsync(postgres);
        _tracking.Host.SetDate(new(2023, 8, 1));
        _person = (Guid)(await Clerk.PostAsync("/v1/intakes", Someone.Request(1, Jiangan))).ShouldBe(HttpStatusCode.Created)["personId"];
        var graduate = _tracking.Host.As($"person-{_person}", "graduate", person: _person);
        var path = $"/v1/job-search-allowances/{_person}";
        var applied = await graduate.PostAsync(path, new { kind = "disabled_poor_family", reference = "PK-1", isCollegeInArea = true });
        (await As("approver").PostAsync($"{path}/approval", null, applied.ShouldBe(HttpStatusCode.Created).ETag)).ShouldBe(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task A_persons_account_is_in_the_banks_file_alone_and_goes_with_the_person()
    {
        (await Clerk.PostAsync($"/v1/ledger/{_person}/bank-account", new { number = Number }, "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var (path, run) = await ExecutedAsync();

        var file = await FileAsync(path);
        file.ShouldContain(Number);
        file.ShouldContain(Name);
        run["lines"][0]!["accountEnding"].ShouldBeNull();
        (await _tracking.ScalarAsync<long>($"SELECT count(*) FROM log.events_readable WHERE data::text LIKE '%{Number}%' OR data::text LIKE '%{Name}%'")).ShouldBe(0);

        var request = await Clerk.PostAsync($"/v1/ledger/{_person}/erasure");
        (await As("approver").PostAsync($"/v1/erasures/{(Guid)request["erasureId"]}/confirmation", etag: "\"1\"")).ShouldBe(HttpStatusCode.OK);

        var erased = await FileAsync(path);
        erased.ShouldNotContain(Number);
        erased.ShouldNotContain(Name);
        ((string?)(await As("payer").GetAsync(path))["fileHash"]).ShouldBe((string?)run["fileHash"]);
    }

    [Fact]
    public async Task A_run_whose_payee_has_another_account_since_is_not_handed_over()
    {
        (await Clerk.PostAsync($"/v1/ledger/{_person}/bank-account", new { number = Number }, "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var (path, run) = await ApprovedAsync();
        (await Clerk.PostAsync($"/v1/ledger/{_person}/bank-account", new { number = "6200000000000000002" }, "\"2\"")).ShouldBe(HttpStatusCode.OK);

        (await As("payer").PostAsync($"{path}/execution", etag: run.ETag)).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.account_changed");
    }

    [Fact]
    public async Task Nobody_is_paid_after_death()
    {
        (await Clerk.PostAsync($"/v1/ledger/{_person}/death", new { deceasedOn = "2023-08-01" }, "\"1\"")).ShouldBe(HttpStatusCode.OK);

        (await Clerk.PostAsync("/v1/pay-runs", new { region = Jiangan })).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.all_held");

        var held = (await Clerk.GetAsync("/v1/entitlements?status=held"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((string?)held["hold"]!["code"]).ShouldBe("payee.deceased");
    }

    [Fact]
    public async Task Who_has_no_account_waits_for_one_where_accounts_are_asked_for()
    {
        await using var strict = _tracking.StartAnother("Payments:RequireAccounts", "true", new(2023, 8, 1));
        var clerk = strict.As("clerk-9", "clerk", Jiangan);
        (await clerk.PostAsync("/v1/pay-runs", new { region = Jiangan })).ShouldBeProblem(HttpStatusCode.Conflict, "pay_run.all_held");
        var held = (await clerk.GetAsync("/v1/entitlements?status=held"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((string?)held["hold"]!["code"]).ShouldBe("payee.account_missing");

        (await clerk.PostAsync($"/v1/ledger/{_person}/bank-account", new { number = Number }, "\"1\"")).ShouldBe(HttpStatusCode.OK);

        (await clerk.PostAsync("/v1/pay-runs", new { region = Jiangan })).ShouldBe(HttpStatusCode.Created);
    }

    private ServiceClient As(string role, string? account = null) => _tracking.Host.As(account ?? $"{role}-1", role, Jiangan);

    private async Task<string> FileAsync(string path)
    {
        using var response = await As("payer").Http.GetAsync(new Uri($"{path}/file", UriKind.Relative), TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(string Path, ServiceReply Run)> ApprovedAsync()
    {
        var run = (await Clerk.PostAsync("/v1/pay-runs", new { region = Jiangan })).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/pay-runs/{(Guid)run["runId"]}";
        return (path, (await As("approver", "approver-2").PostAsync($"{path}/approval", etag: run.ETag)).ShouldBe(HttpStatusCode.OK));
    }

    private async Task<(string Path, ServiceReply Run)> ExecutedAsync()
    {
        var (path, run) = await ApprovedAsync();
        return (path, (await As("payer").PostAsync($"{path}/execution", etag: run.ETag)).ShouldBe(HttpStatusCode.OK));
    }
}
