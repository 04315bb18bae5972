using System.CommandLine;
using System.Text.Json.Nodes;
using YouthPlatform.EndToEnd.Tests.Oracle;
using YouthPlatform.EndToEnd.Tests.Privacy;
using YouthPlatform.FeedVerifier;
using YouthPlatform.Policy;
using YouthPlatform.Simulation;
using YouthPlatform.Testing;

[assembly: AssemblyFixture(typeof(YouthPlatform.EndToEnd.Tests.RunningPlatform))]

namespace YouthPlatform.EndToEnd.Tests;

/// <summary>
/// The simulated year through the gateway of the real platform, while every process is killed once in the middle of its work.
/// The simulation itself compares the platform's forms with what it did; here it is checked that what can be read afterwards hangs
/// together, that nobody's data got out, and that the same year once more changes nothing.
/// </summary>
public sealed class StoryTests(RunningPlatform platform, ITestOutputHelper output)
{
    private const string Changsha = "430100";

    private static readonly string[] Feeds = ["internships", "graduate-tracking", "entrepreneurship", "reporting"];

    private static readonly YearSize Size = new(People: 400, UnitsAPrefecture: 1, Projects: 22);

    private static readonly Dictionary<DateOnly, string> Deaths = new()
    {
        [new(2023, 4, 3)] = "entrepreneurship",
        [new(2023, 7, 31)] = "graduatetracking",
        [new(2023, 8, 14)] = "internships",
        [new(2023, 9, 18)] = "reporting",
        [new(2023, 9, 30)] = "postgres",
        [new(2023, 10, 16)] = "messaging",
        [new(2023, 10, 20)] = "internships",
        [new(2023, 11, 30)] = "gateway",
    };

    [Fact]
    public async Task YearRunsThroughEveryServiceAndSurvivesTheirDeaths()
    {
        var policies = PolicyData.Load(Path.Combine(Repository.Root, "seeds"));
        var told = new StringWriter();
        List<Task> deaths = [];
        var accounts = await SimulatedYear.RunAsync(platform.Gateway, policies, Size, told, day =>
        {
            if (Deaths.TryGetValue(day, out var resource))
            {
                // Side by side with the day's requests.
                deaths.Add(platform.KillAsync(resource));
            }

            return Task.CompletedTask;
        });
        await Task.WhenAll(deaths);
        deaths.Count.ShouldBe(Deaths.Count, "Every death was planned for a day that has something to do.");

        await EveryCellIsWhatTheFeedsSayAsync();
        var form = await FormAsync();
        await CellsAreExplainedByTheirEventsAsync(form);
        await TargetsCountWhatHappenedAsync();
        accounts.Count.ShouldBeGreaterThan(Size.Projects, "Whoever is awarded something, and founders, named an account.");
        await NobodysDataGotOutAsync(policies, accounts);

        var events = await EventsAsync();
        await SimulatedYear.RunAsync(platform.Gateway, policies, Size, told);
        await FeedsAreCompleteAndUnalteredAsync(events.Count);
        (await EventsAsync()).Count.ShouldBe(events.Count, "The same year once more published something.");
        (await FormAsync()).ToJsonString().ShouldBe(form.ToJsonString());
        told.ToString().ShouldContain("长沙市");
    }

    private async Task CellsAreExplainedByTheirEventsAsync(JsonNode form)
    {
        foreach (var (column, member) in new[] { (5, "personId"), (6, "unitId") })
        {
            var cell = form["cells"]!.AsArray().Single(cell => (int)cell!["column"]! == column)!;
            var behind = (await platform.GetAsync(
                $"/api/reporting/v1/forms/h32_progress/{Changsha}/2023-11/cells/{column}/events?limit=500", "clerk", Changsha))["items"]!.AsArray();
            behind.Count.ShouldBe((int)cell["eventCount"]!);
            behind.Count.ShouldBeGreaterThan(0);

            var ids = behind.Select(item => (string)item!["id"]!).ToHashSet();
            var published = (await EventsAsync()).Where(item => ids.Contains((string)item["id"]!)).ToList();
            published.Count.ShouldBe(behind.Count, "Every event behind a cell stands in a public feed.");
            published.ShouldAllBe(item => item["data"]![member] != null);
            behind.Sum(item => (decimal)item!["contribution"]!).ShouldBe((decimal)cell["value"]!);
        }
    }

    /// <summary>An oracle that knows the feeds and the documents only agrees with every cell of every form of the year.</summary>
    private async Task EveryCellIsWhatTheFeedsSayAsync()
    {
        var oracle = new FormOracle(platform, await EventsAsync());

        // What was published last may still be on its way to Reporting.
        var found = await Eventually.ReadsAsync(oracle.CompareAsync, findings => findings.Wrong.Length == 0, TimeSpan.FromMinutes(3), "all forms to agree");
        output.WriteLine($"{found.Cells} cells agree; zero in every month and region: {string.Join(", ", found.AlwaysZero)}");
        found.Cells.ShouldBeGreaterThan(9_000);
        found.AlwaysZero.ShouldNotContain(column => column.StartsWith("h32_progress", StringComparison.Ordinal));
    }

    private async Task TargetsCountWhatHappenedAsync()
    {
        var events = await EventsAsync();
        var targets = (await platform.GetAsync("/api/reporting/v1/targets?year=2023", "clerk", "430000"))["items"]!.AsArray();
        var interns = events.Where(item => ((string)item["type"]!).EndsWith("internship_started.v1", StringComparison.Ordinal))
            .Select(item => (string)item["data"]!["personId"]!).Distinct().Count();
        Actual(targets, "internship.interns").ShouldBe(interns);
        interns.ShouldBeGreaterThan(0);
        Actual(targets, "golden_bridge.projects").ShouldBe(Size.Projects);
        Actual(targets, "golden_bridge.priority_sector_share").ShouldBe(12m / 22m, 0.0001m);
    }

    /// <summary>Tables, messages, logs, traces, feeds and what AppHost says hold nobody's name, citizen id, telephone or account in clear.</summary>
    private async Task NobodysDataGotOutAsync(PolicyData policies, IReadOnlyCollection<string> accounts)
    {
        var secrets = Secrets.Of(policies.Regions, Size.People, Size.Seed, accounts);
        var feeds = string.Join('\n', (await EventsAsync()).Select(item => item.ToJsonString()));
        secrets.FindIn(feeds).ShouldBeNull("in a feed");
        secrets.FindIn(platform.Output()).ShouldBeNull("in what AppHost says");
        (await platform.Kept.SearchAsync(secrets)).ShouldBeEmpty();

        // The search would have found it: what is no secret is found in each of these places.
        (await platform.Kept.SearchTablesAsync(Secrets.Probe("示例单位"))).ShouldContain(found =>
            found.StartsWith("internships log.events:", StringComparison.Ordinal) || found.StartsWith("internships marten.mt_events:", StringComparison.Ordinal));
        var places = platform.Kept.SearchFiles(Secrets.Probe("/v1/")).Concat(platform.Kept.SearchFiles(Secrets.Probe("subsidy_paid"))).ToList();
        foreach (var place in (string[])["logs/gateway.log", "logs/graduatetracking.log", "telemetry/traces", "telemetry/logs", "messaging/mnesia"])
        {
            places.ShouldContain(found => found.StartsWith(place, StringComparison.Ordinal), place);
        }
    }

    /// <summary>Each service's feed, and the one of all: read from outside, by a program that knows nothing but their addresses.</summary>
    private async Task FeedsAreCompleteAndUnalteredAsync(int events)
    {
        await Eventually.BecomesAsync(
            async () => (int)(await platform.GetAsync("/feeds/all/v1/head", "auditor", "000000"))["position"]! == events,
            TimeSpan.FromMinutes(1),
            "the combined feed to hold all events");
        foreach (var feed in Feeds.Append("all"))
        {
            await using var said = new StringWriter();
            var address = new Uri(platform.Gateway.BaseAddress!, $"/feeds/{feed}/v1");
            var code = await VerifyCommand.Create().Parse([address.AbsoluteUri, "--token", await platform.TokenAsync("auditor", "000000")])
                .InvokeAsync(new InvocationConfiguration { Output = said });
            code.ShouldBe(0, said.ToString());
        }
    }

    private async Task<JsonNode> FormAsync()
    {
        var form = await platform.GetAsync($"/api/reporting/v1/forms/h32_progress/{Changsha}/2023-11", "clerk", Changsha);
        ((string)form["state"]!).ShouldBe("locked");
        return form;
    }

    private async Task<IReadOnlyList<JsonNode>> EventsAsync()
    {
        List<JsonNode> events = [];
        foreach (var feed in Feeds)
        {
            for (var after = 0; ;)
            {
                var page = (await platform.GetAsync($"/feeds/{feed}/v1/events?after={after}&limit=1000", "bureau", "000000")).AsArray();
                if (page.Count == 0)
                {
                    break;
                }

                after += page.Count;
                events.AddRange(page.Select(item => item!));
            }
        }

        return events;
    }

    private static decimal Actual(JsonArray targets, string id) =>
        (decimal)targets.Single(target => (string)target!["id"]! == id)!["actual"]!;
}
