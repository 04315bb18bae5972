using System.Net;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.GraduateTracking.KeyRotation;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.KeyRotation;

/// <summary>The master key changes while people are taken in and shown; nothing is lost and nobody is stored twice.</summary>
public sealed class KeyRotationTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private TrackingHost _tracking = null!;
    private string _first = null!;
    private string _second = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ServiceClient Ops => _tracking.Host.As("ops-1", "ops", "000000");

    private ServiceClient Clerk => _tracking.Host.As("clerk-1", "clerk", "430104");

    public async ValueTask InitializeAsync()
    {
        _tracking = await TrackingHost.StartAsync(postgres);
        var keys = _tracking.Host.Services.GetRequiredService<VaultKeys>();
        (_first, _second) = (keys.Current.Id, keys.All.Single(key => key != keys.Current).Id);
    }

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task After_a_rotation_everybody_is_under_the_new_key_and_found_by_it()
    {
        var person = (Guid)(await Clerk.PostAsync("/v1/intakes", Someone.Request(1)))["personId"];
        (await Clerk.PostAsync($"/v1/ledger/{person}/bank-account", new { number = "6200 0000 0000 0000 001" }, "\"1\"")).ShouldBe(HttpStatusCode.OK);
        var lookup = await _tracking.ScalarAsync<byte[]>("SELECT lookup FROM vault.people");

        (await Ops.PostAsync("/v1/vault/master-key", new { keyId = _second })).ShouldBe(HttpStatusCode.OK);

        await Eventually.BecomesAsync(
            async () => (await Ops.GetAsync("/v1/vault/master-key"))["retiring"].AsArray().Count == 0, Patience, "everybody is wrapped anew");
        var view = await Ops.GetAsync("/v1/vault/master-key");
        ((string?)view["current"]).ShouldBe(_second);
        ((long)view["people"][_second]!).ShouldBe(1);
        (await _tracking.ScalarAsync<byte[]>("SELECT lookup FROM vault.people")).ShouldNotBe(lookup);
        ((string?)(await Clerk.PostAsync("/v1/intakes", Someone.Request(1)))["outcome"]).ShouldBe("known");
        ((string?)(await Clerk.PostAsync("/v1/intakes", Someone.Request(2)))["outcome"]).ShouldBe("opened");
        (await Clerk.GetAsync("/v1/duplicates"))["items"].AsArray().Count.ShouldBe(1);
        var shown = await Clerk.PostAsync($"/v1/ledger/{person}/disclosures", new { purpose = "contact" });
        ((string?)shown["citizenId"]).ShouldBe(Someone.CitizenId(1));
        ((string?)(await Clerk.GetAsync($"/v1/ledger/{person}/bank-account"))["account"]).ShouldBe("6200***********0001");
    }

    [Fact]
    public async Task Half_way_through_people_of_both_keys_are_read_found_and_stored_once()
    {
        const string Header = "姓名,身份证号,手机号,毕业院校,学历,离校日期,户籍地区划代码\n";
        string Csv(int from, int count) => Header + string.Concat(Enumerable.Range(from, count)
            .Select(n => $"示例{n},{Someone.CitizenId(n % 1000, n < 1000 ? "430104" : "430105")},,大学{n},本科,2023-06-30,430104\n"));
        await _tracking.ImportAsync(Csv(1, 700));
        await SetCurrentAsync();

        // One batch of 500, as if the process had died then; those of the next file are written under the new key.
        (await _tracking.Host.Services.GetRequiredService<VaultRewrap>().WrapAsync(_first, Guid.Empty, Cancel)).ShouldNotBeNull();
        var counts = await VaultSchema.Keys.CountAsync(_tracking.Database, Cancel);
        counts[_second].ShouldBe(500);
        counts[_first].ShouldBe(200);

        ((long)(await _tracking.ImportAsync(Csv(1, 900)))["alreadyKnown"]!).ShouldBe(700);
        (await TrackingHost.LedgerAsync(_tracking.Clerk("430104"))).Count.ShouldBe(900);

        await _tracking.Host.Services.GetRequiredService<VaultRewrap>().RunAsync(Cancel);
        (await VaultSchema.Keys.CountAsync(_tracking.Database, Cancel)).ShouldBe(new Dictionary<string, long> { [_second] = 900 });
        (await _tracking.ScalarAsync<long>("SELECT count(*) FROM vault.retiring_keys")).ShouldBe(0);
        ((long)(await _tracking.ImportAsync(Csv(1, 901)))["accepted"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_missed_the_change_cannot_write_under_the_old_key()
    {
        var vault = _tracking.Host.Services.GetRequiredService<PersonVault>();
        var statements = vault.Store([new(Guid.Empty, new Person("张三", Someone.CitizenId(1), "", "大学"), new PersonOrigin(Guid.Empty, 1))]);
        await SetCurrentAsync();
        var refused = await Should.ThrowAsync<EventStore.UniqueViolationException>(() => _tracking.Host.Store.AppendAsync(
            new EventStore.Append([], new EventStore.EventMetadata("test")) { Statements = statements }, Cancel));
        refused.Constraint.ShouldBe(VaultSchema.Keys.CurrentConstraint);
    }

    [Fact]
    public async Task Only_a_configured_key_becomes_current_and_one_rotation_runs_at_a_time()
    {
        (await Ops.PostAsync("/v1/vault/master-key", new { keyId = "0000000000000000" })).ShouldBeProblem(HttpStatusCode.Conflict, "vault.key_unknown");
        (await Ops.PostAsync("/v1/vault/master-key", new { keyId = _first })).ShouldBeProblem(HttpStatusCode.Conflict, "vault.key_unknown");
        await using var another = _tracking.Database.CreateCommand("INSERT INTO vault.retiring_keys VALUES ('0000000000000000')");
        await another.ExecuteNonQueryAsync(Cancel);
        (await Ops.PostAsync("/v1/vault/master-key", new { keyId = _second })).ShouldBeProblem(HttpStatusCode.Conflict, "vault.rotation_running");
    }

    /// <summary>As a rotation in another process does it, so that this one's worker does not know of it yet.</summary>
    private async Task SetCurrentAsync()
    {
        await using var command = _tracking.Database.CreateCommand(
            $"UPDATE vault.master_key SET key_id = '{_second}'; INSERT INTO vault.retiring_keys VALUES ('{_first}')");
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
