using System.Net;
using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.GraduateTracking.Tests.Intakes;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Assignments;

public sealed class OfficerApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly List<Guid> _people = [];
    private TrackingHost _tracking = null!;

    private ServiceClient Lead => _tracking.Host.As("lead", "reviewer", "430104");

    public async ValueTask InitializeAsync()
    {
        _tracking = await TrackingHost.StartAsync(postgres);
        for (var sequence = 1; sequence <= 3; sequence++)
        {
            var request = Someone.Request(sequence, name: $"示例{sequence}", phone: "", school: $"大学{sequence}");
            _people.Add((Guid)(await Clerk("lead").PostAsync("/v1/intakes", request)).ShouldBe(HttpStatusCode.Created)["personId"]);
        }
    }

    public ValueTask DisposeAsync() => _tracking.DisposeAsync();

    [Fact]
    public async Task Each_officer_has_a_queue_and_the_lead_sees_the_load()
    {
        var assigned = await Lead.PostAsync("/v1/ledger/officer-assignments", new { officer = "clerk-7", personIds = _people.Take(2) });
        ((int)assigned["changed"]).ShouldBe(2);
        (await QueueAsync("clerk-7")).ShouldBe(_people.Take(2), ignoreOrder: true);
        (await QueueAsync("clerk-9")).ShouldBeEmpty();
        (await QueueAsync("lead", "none")).ShouldBe([_people[2]]);

        var loads = (await Lead.GetAsync("/v1/ledger/officers")).Body!.AsArray();
        loads.Select(load => $"{load!["officer"]} {load["entries"]} {load["notReached"]}").ShouldBe([" 1 1", "clerk-7 2 2"]);

        (await Lead.PostAsync("/v1/ledger/officer-assignments", new { officer = (string?)null, personIds = _people.Take(1) })).ShouldBe(HttpStatusCode.OK);
        (await QueueAsync("clerk-7")).ShouldBe([_people[1]]);
    }

    [Fact]
    public async Task A_substitute_has_the_officers_entries_too_until_the_last_day()
    {
        await Lead.PostAsync("/v1/ledger/officer-assignments", new { officer = "clerk-7", personIds = _people });
        (await Lead.PostAsync(
            "/v1/officer-covers", new { region = "430104", officer = "clerk-7", substitute = "clerk-9", from = "2023-07-21", until = "2023-07-25" }))
            .ShouldBe(HttpStatusCode.Created);
        (await QueueAsync("clerk-9")).ShouldBeEmpty();
        _tracking.Host.SetDate(new(2023, 7, 25));
        (await QueueAsync("clerk-9")).Count.ShouldBe(3);
        (await QueueAsync("clerk-9", region: "430405")).ShouldBeEmpty();
        _tracking.Host.SetDate(new(2023, 7, 26));
        (await QueueAsync("clerk-9")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cover_ends_when_the_officer_is_back()
    {
        await Lead.PostAsync("/v1/ledger/officer-assignments", new { officer = "clerk-7", personIds = _people });
        var cover = (await Lead.PostAsync(
            "/v1/officer-covers", new { region = "430104", officer = "clerk-7", substitute = "clerk-9", from = "2023-07-20", until = "2023-07-25" }))
            .ShouldBe(HttpStatusCode.Created);
        (await QueueAsync("clerk-9")).Count.ShouldBe(3);
        (await Lead.PostAsync($"/v1/officer-covers/{(Guid)cover["coverId"]}/end")).ShouldBe(HttpStatusCode.OK);
        (await QueueAsync("clerk-9")).ShouldBeEmpty();
        (await Lead.GetAsync("/v1/officer-covers")).Body!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_assigns_or_covers_in_another_region()
    {
        var hengyang = _tracking.Host.As("lead-4", "reviewer", "430405");
        (await hengyang.PostAsync("/v1/ledger/officer-assignments", new { officer = "clerk-4", personIds = _people }))
            .ShouldBeProblem(HttpStatusCode.NotFound, "ledger_entry.not_found");
        (await hengyang.PostAsync(
            "/v1/officer-covers", new { region = "430104", officer = "a", substitute = "b", from = "2023-07-21", until = "2023-07-25" }))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
        (await hengyang.GetAsync("/v1/ledger/officers")).Body!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("clerk-7", "2023-07-21", "2023-07-25", "cover.same_officer")]
    [InlineData("clerk-9", "2023-07-21", "2023-07-20", "cover.dates")]
    [InlineData("clerk-9", "2023-07-01", "2023-07-19", "cover.dates")]
    public async Task A_cover_that_makes_no_sense_is_refused(string substitute, string from, string until, string code) =>
        (await Lead.PostAsync("/v1/officer-covers", new { region = "430104", officer = "clerk-7", substitute, from, until }))
            .ShouldBeProblem(HttpStatusCode.Conflict, code);

    private ServiceClient Clerk(string subject, string region = "430104") => _tracking.Host.As(subject, "clerk", region);

    private async Task<IReadOnlyList<Guid>> QueueAsync(string subject, string officer = "me", string region = "430104") =>
    [
        .. (await Clerk(subject, region).GetAsync($"/v1/ledger?officer={officer}"))["items"].AsArray().Select(entry => (Guid)entry!["personId"]!),
    ];
}
