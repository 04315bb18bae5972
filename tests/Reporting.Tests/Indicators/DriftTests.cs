using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Reporting.Tests.Indicators;

/// <summary>Reporting's own log says everything that its rows say.</summary>
public sealed class DriftTests(PostgresFixture postgres)
{
    [Fact]
    public async Task RebuiltFromZeroEverythingIsTheSame()
    {
        await using var host = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        var clerk = host.Client("430100");
        for (var person = 1; person <= 12; person++)
        {
            await host.Store.RecordAsync(person, Samples.Subsidy(person % 5, person % 3, $"2023-{11 - (person % 4):00}-15"));
            await host.Store.RecordAsync(person, Samples.Internship(person % 4, $"2023-{9 - (person % 3):00}-01"));
        }

        const string form = "/v1/forms/h32_progress/430100/2023-11";
        var before = await clerk.GetAsync(form);
        (await clerk.PostAsync($"{form}/submission", etag: before.ETag)).Code.ShouldBeNull();
        var submitted = await clerk.GetAsync(form);
        var rebuilder = host.Services.GetRequiredService<ProjectionRebuilder>();
        rebuilder.Names.ShouldContain(IndicatorProjection.ProjectionName);

        foreach (var name in rebuilder.Names)
        {
            (await rebuilder.CompareAsync(name, TestContext.Current.CancellationToken)).ShouldBeEmpty();
            (await rebuilder.RebuildAsync(name, TestContext.Current.CancellationToken)).ShouldBe(25);
        }

        (await clerk.GetAsync(form)).ETag.ShouldBe(submitted.ETag);
    }

    [Fact]
    public async Task ARowThatTheLogDoesNotExplainIsFound()
    {
        await using var host = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await host.Store.RecordAsync(1, Samples.Subsidy(1, 2, "2023-11-15"));
        await using var tamper = host.Services.GetRequiredService<Npgsql.NpgsqlDataSource>()
            .CreateCommand("UPDATE indicator_days SET value = value + 1 WHERE indicator = 'h32_progress.5'");
        (await tamper.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);

        var differences = await host.Services.GetRequiredService<ProjectionRebuilder>()
            .CompareAsync(IndicatorProjection.ProjectionName, TestContext.Current.CancellationToken);

        differences.Select(difference => (difference.Table, difference.OnlyLive, difference.OnlyRebuilt)).ShouldBe([("indicator_days", 1, 1)]);
    }
}
