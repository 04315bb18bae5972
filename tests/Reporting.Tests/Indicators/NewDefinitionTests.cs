using System.Text.Json.Nodes;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Reporting.Tests.Indicators;

/// <summary>A column is data: another definition is another file and a restart.</summary>
public sealed class NewDefinitionTests(PostgresFixture postgres) : IDisposable
{
    private const string November = "/v1/forms/h32_progress/430100/2023-11";

    private readonly SeedCopy _seeds = new();

    public void Dispose() => _seeds.Dispose();

    [Fact]
    public async Task FactsFromBeforeCountInAColumnThatIsDefinedLater()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using (var host = Hosting.Reporting.Host(database))
        {
            await host.Store.RecordAsync(1, Samples.Internship(1, "2023-08-01"));
            await host.Store.RecordAsync(2, Samples.Internship(2, "2023-11-01"));
            await host.Store.RecordAsync(3, Samples.Subsidy(1, 2, "2023-11-15"));
            var before = await host.Client("430100").ReadAsync(November);
            (before.Cell(5), before.Cell(9)).ShouldBe((1, 0));
        }

        // Column 9 counts internships in these seeds.
        _seeds.ChangeForm("h32-progress.json", form =>
        {
            var column = form["columns"]!.AsArray().Single(column => (int)column!["number"]! == 9)!;
            column["eventTypes"] = new JsonArray("youthplatform.internships.internship_started.v1");
            column["dateField"] = "startsOn";
        });
        await using var restarted = Hosting.Reporting.Host(database);
        restarted.Settings["Policies:Directory"] = _seeds.Path;
        await restarted.Store.RecordAsync(4, Samples.Internship(3, "2023-11-02"));

        var after = await restarted.Client("430100").ReadAsync(November);
        (after.Cell(5), after.Cell(9)).ShouldBe((1, 3));
        (await restarted.Client("430100").ReadAsync($"{November}/cells/9/events"))["items"]!.AsArray().Count.ShouldBe(3);
    }
}
