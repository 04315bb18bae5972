using System.Net;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace YouthPlatform.Entrepreneurship.Tests;

/// <summary>The way of a project over HTTP, from recommendation to the bank.</summary>
public sealed class GrantPathTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceHost<PublicTranslator> _host = null!;

    private ServiceClient College => _host.As("college-1", "college_committee", "430100");

    private ServiceClient Committee => _host.As("committee-1", "provincial_committee");

    private ServiceClient Approver => _host.As("committee-2", "approver");

    private ServiceClient Payer => _host.As("finance-1", "payer");

    public async ValueTask InitializeAsync() =>
        _host = new ServiceHost<PublicTranslator>("entrepreneurship", await postgres.CreateDatabaseAsync());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task ProjectIsRecommendedSelectedGrantedAndPaid()
    {
        var project = await SelectedAsync("hard_tech");
        await CloseAsync();

        var proposed = (await Committee.PostAsync($"{project.Path}/grant", Award("5000.00"), project.ETag)).ShouldBe(HttpStatusCode.OK);
        var granted = (await Approver.PostAsync($"{project.Path}/grant/approval", null, proposed.ETag)).ShouldBe(HttpStatusCode.OK);
        var ordered = (await Payer.PostAsync($"{project.Path}/grant/payments", null, granted.ETag)).ShouldBe(HttpStatusCode.OK);
        var failed = await Payer.PostAsync(
            $"{project.Path}/grant/bank-results", new { paymentId = (string)ordered["paymentId"]!, outcome = "failed", on = "2023-06-02", reason = "账号不符" });
        var again = (await Payer.PostAsync($"{project.Path}/grant/payments", null, failed.ShouldBe(HttpStatusCode.OK).ETag)).ShouldBe(HttpStatusCode.OK);
        var result = new { paymentId = (string)again["paymentId"]!, outcome = "paid", on = "2023-06-05" };
        (await Payer.PostAsync($"{project.Path}/grant/bank-results", result)).ShouldBe(HttpStatusCode.OK);
        (await Payer.PostAsync($"{project.Path}/grant/bank-results", result)).ShouldBe(HttpStatusCode.OK);

        var read = await Committee.GetAsync(project.Path);
        ((string)read["state"]!).ShouldBe("paid");
        ((string)read["amount"]["amount"]!).ShouldBe("5000.00");
        await PublishedAsync("project_recommended.v1", "project_granted.v1", "grant_paid.v1");
    }

    [Fact]
    public async Task AwardBelowTheMinimumIsRefusedByName()
    {
        var project = await SelectedAsync("hard_tech");
        await CloseAsync();
        var refused = await Committee.PostAsync($"{project.Path}/grant", Award("4999.99"), project.ETag);
        refused.ShouldBeProblem(HttpStatusCode.Conflict, "grant.not_allowed");
        ((string)refused["detail"]!).ShouldContain("grant.amount_at_least_minimum");
    }

    [Fact]
    public async Task GrantBeforeTheCloseIsRefusedByName()
    {
        var project = await SelectedAsync("hard_tech");
        var refused = await Committee.PostAsync($"{project.Path}/grant", Award("5000.00"), project.ETag);
        refused.ShouldBeProblem(HttpStatusCode.Conflict, "grant.not_allowed");
        ((string)refused["detail"]!).ShouldContain("grant.selection_closed");
    }

    [Fact]
    public async Task SelectionClosesOnlyWithTheShareOfPrioritySectors()
    {
        await SelectedAsync("other");
        var programme = await Committee.GetAsync("/v1/programmes/golden_bridge");
        (await Committee.PostAsync("/v1/programmes/golden_bridge/closing", null, programme.ETag))
            .ShouldBeProblem(HttpStatusCode.Conflict, "programme.sector_share_not_met");
        await SelectedAsync("rural_revitalisation");
        var closed = await CloseAsync();
        ((int)closed["counting"]!).ShouldBe(1);
        ((int)closed["selected"]!).ShouldBe(2);
        ((string)closed["clause"]!).ShouldBe("G3 §三(三)3");
    }

    [Fact]
    public async Task RushToOneProgrammeLetsEveryoneIn()
    {
        var selected = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SelectedAsync("hard_tech")));
        selected.Select(project => project.Path).Distinct().Count().ShouldBe(40);
        ((int)(await CloseAsync())["selected"]!).ShouldBe(40);
    }

    [Fact]
    public async Task GraduateOfMoreThanTwoYearsIsNotEligible()
    {
        var refused = await College.PostAsync(
            "/v1/projects", Pitch("hard_tech") with { LeaderStanding = "graduate", LeaderLeftSchoolOn = new DateOnly(2021, 5, 31) });
        refused.ShouldBeProblem(HttpStatusCode.Conflict, "project.not_eligible");
        (await College.PostAsync("/v1/projects", Pitch("hard_tech") with { LeaderStanding = "graduate", LeaderLeftSchoolOn = new DateOnly(2021, 6, 1) }))
            .ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task SameKeyTwiceRecommendsOnce()
    {
        var first = await College.PostAsync("/v1/projects", Pitch("hard_tech"), key: "k1");
        var second = await College.PostAsync("/v1/projects", Pitch("hard_tech"), key: "k1");
        second.IsReplay.ShouldBeTrue();
        ((string)second["projectId"]!).ShouldBe((string)first["projectId"]!);
        (await College.PostAsync("/v1/projects", Pitch("other"), key: "k1"))
            .ShouldBeProblem(HttpStatusCode.Conflict, "request.idempotency_key_reused");
        (await ListedAsync(Committee)).ShouldBe(1);
    }

    [Fact]
    public async Task CollegeOfAnotherPrefectureSeesAndRecommendsNothingHere()
    {
        await College.PostAsync("/v1/projects", Pitch("hard_tech"));
        var hengyang = _host.As("college-2", "college_committee", "430400");
        (await ListedAsync(hengyang)).ShouldBe(0);
        (await hengyang.PostAsync("/v1/projects", Pitch("hard_tech"))).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.region_forbidden");
    }

    [Fact]
    public async Task ChangeOnAnOldVersionIsRefused()
    {
        var project = await SelectedAsync("hard_tech");
        (await Committee.PostAsync($"{project.Path}/refusal", new { reason = "x" }, "\"1\""))
            .ShouldBeProblem(HttpStatusCode.PreconditionFailed, "request.version_mismatch");
        (await Committee.PostAsync($"{project.Path}/refusal", new { reason = "x" }))
            .ShouldBeProblem((HttpStatusCode)428, "request.if_match_missing");
    }

    private static ProjectPitch Pitch(string sector) =>
        new("golden_bridge", "水稻智能育秧", sector, "430100", Samples.LeaderId, "student", null);

    private static object Award(string amount) => new { amount = new { amount, currency = "CNY" } };

    private static async Task<int> ListedAsync(ServiceClient client) =>
        (await client.GetAsync("/v1/projects?programme=golden_bridge")).ShouldBe(HttpStatusCode.OK)["items"].AsArray().Count;

    private async Task<(string Path, string ETag)> SelectedAsync(string sector)
    {
        var recommended = (await College.PostAsync("/v1/projects", Pitch(sector))).ShouldBe(HttpStatusCode.Created);
        var path = $"/v1/projects/{(string)recommended["projectId"]!}";
        var selected = (await Committee.PostAsync($"{path}/selection", null, recommended.ETag)).ShouldBe(HttpStatusCode.OK);
        return (path, selected.ETag!);
    }

    private async Task<ServiceReply> CloseAsync()
    {
        var programme = await Committee.GetAsync("/v1/programmes/golden_bridge");
        return (await Committee.PostAsync("/v1/programmes/golden_bridge/closing", null, programme.ETag)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task PublishedAsync(params string[] types)
    {
        var reader = _host.Services.GetRequiredService<PublicLogReader>();
        await Eventually.BecomesAsync(
            async () => (await reader.ReadAsync(0, 100, null, null, TestContext.Current.CancellationToken))
                .Select(item => item.Type.Replace("youthplatform.entrepreneurship.", "", StringComparison.Ordinal)).SequenceEqual(types),
            TimeSpan.FromSeconds(20),
            "the public log to hold the three events");
    }

    private sealed record ProjectPitch(
        string Programme, string Title, string Sector, string Region, Guid LeaderId, string LeaderStanding, DateOnly? LeaderLeftSchoolOn);
}
