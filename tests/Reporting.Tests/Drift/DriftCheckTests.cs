using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using YouthPlatform.Reporting.Drift;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;

namespace YouthPlatform.Reporting.Tests.Drift;

/// <summary>The derived tables are compared with the log, nightly and on demand, and what was found is kept.</summary>
public sealed class DriftCheckTests(PostgresFixture postgres)
{
    private const string Drift = "/v1/operations/drift";

    [Fact]
    public async Task ADamagedRowIsNamedAndKept()
    {
        await using var host = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await host.Store.RecordAsync(1, Samples.Subsidy(1, 2, "2023-11-15"));
        var ops = host.As("ops", Roles.Ops, "000000");

        (await ops.PostAsync(Drift)).Body!["isClean"]!.GetValue<bool>().ShouldBeTrue();
        await DamageAsync(host.Services);
        var found = (await ops.PostAsync(Drift)).Body!;

        found["isClean"]!.GetValue<bool>().ShouldBeFalse();
        var table = found["projections"]!.AsArray().Single(each => (string)each!["projection"]! == "indicators")!["differences"]!.AsArray().Single()!;
        table["table"]!.GetValue<string>().ShouldBe("indicator_days");
        table["samples"]!.AsArray().Select(sample => (string)sample!).ShouldContain(sample => sample.StartsWith("live (h32_progress.5,430100,2023-11-15,2,"));
        var kept = (await host.As("auditor", Roles.Auditor, "000000").GetAsync(Drift)).Body!.AsArray();
        kept.Select(each => (bool)each!["isClean"]!).ShouldBe([false, true]);
        (await host.Client("430100").GetAsync(Drift)).ShouldBe(HttpStatusCode.Forbidden);
        (await host.As("auditor", Roles.Auditor, "000000").PostAsync(Drift)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task EachNightItIsDoneOnce()
    {
        await using var host = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await host.Store.RecordAsync(1, Samples.Subsidy(1, 2, "2023-11-15"));
        await DamageAsync(host.Services);
        var check = host.Services.GetRequiredService<DriftCheck>();

        host.Clock.Advance(TimeSpan.FromDays(1));
        var report = (await Eventually.ReadsAsync(
            () => check.ListAsync(5, TestContext.Current.CancellationToken), checks => checks.Count > 0, TimeSpan.FromSeconds(60), "the nightly check"))[0];

        (report.By, report.IsClean).ShouldBe((NightlyDrift.Account, false));
        (await check.ListAsync(5, TestContext.Current.CancellationToken)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2023-11-28T18:29:59Z", "2023-11-28T18:30:00Z")]
    [InlineData("2023-11-28T18:30:00Z", "2023-11-29T18:30:00Z")]
    [InlineData("2023-11-28T15:00:00Z", "2023-11-28T18:30:00Z")]
    [InlineData("2023-11-28T23:00:00Z", "2023-11-29T18:30:00Z")]
    public void ItIsDoneAtHalfPastTwoChinaTime(string now, string next) =>
        NightlyDrift.NextAfter(DateTimeOffset.Parse(now)).ShouldBe(DateTimeOffset.Parse(next));

    private static async Task DamageAsync(IServiceProvider services)
    {
        await using var damage = services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("UPDATE indicator_days SET value = value + 1 WHERE indicator = 'h32_progress.5'");
        (await damage.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }
}
