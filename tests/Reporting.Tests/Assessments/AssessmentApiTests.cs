using System.Text.Json.Nodes;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Assessments;

/// <summary>How the prefectures of a province do, on 2023-11-28.</summary>
public sealed class AssessmentApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceHost<Program> _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await _app.Store.RecordAsync(1, Samples.Internship(1, "2023-08-01"));
        await _app.Store.RecordAsync(2, Samples.Internship(2, "2023-08-02"));
        await _app.Store.RecordAsync(3, Samples.Internship(3, "2023-08-03", "430202"));
        await SubmitAsync("2023-05", "2023-05-30");
        await SubmitAsync("2023-06", "2023-07-02");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task EveryPrefectureStandsInEveryTarget()
    {
        var view = await _app.Client("430000", Roles.Reviewer).ReadAsync("/v1/assessments/430000?year=2023");

        var interns = view["targets"]!.AsArray().Select(target => (string)target!["id"]!).ToList().IndexOf("internship.interns");
        JsonNode Standing(string region) => RowOf(view, region)["standings"]![interns]!;
        view["rows"]!.AsArray().Count.ShouldBe(14);
        ((int)Standing("430100")["rank"]!, (decimal)Standing("430100")["count"]!).ShouldBe((1, 2));
        ((int)Standing("430200")["rank"]!, (decimal)Standing("430200")["count"]!).ShouldBe((2, 1));
        ((int)Standing("430300")["rank"]!, (bool)Standing("430300")["isTied"]!).ShouldBe((3, true));
    }

    /// <summary>Of h32_progress the forms of May to October were due by 28 November; Changsha's May came in time, its June late.</summary>
    [Fact]
    public async Task ADutyThatIsDueIsInTimeLateOrMissing()
    {
        var view = await _app.Client("430000", Roles.Reviewer).ReadAsync("/v1/assessments/430000?year=2023");
        var earlier = await _app.Client("430000", Roles.Reviewer).ReadAsync("/v1/assessments/430000?year=2023&asOf=2023-06-30");

        var (changsha, zhuzhou) = (RowOf(view, "430100")["forms"]!, RowOf(view, "430200")["forms"]!);
        ((int)changsha["inTime"]!, (int)changsha["late"]!).ShouldBe((1, 1));
        ((int)changsha["missing"]!).ShouldBe((int)changsha["due"]! - 2);
        ((int)zhuzhou["missing"]!).ShouldBe((int)zhuzhou["due"]!);
        var then = RowOf(earlier, "430100")["forms"]!;
        ((int)then["inTime"]!, (int)then["late"]!).ShouldBe((1, 0));
    }

    /// <summary>H32 §三(四): two texts a month from May; six months have ended.</summary>
    [Fact]
    public async Task TextsAreOwedForTheMonthsThatHaveEnded()
    {
        (await _app.Client("430100").PostAsync("/v1/highlights", new { region = "430100", month = "2023-10", title = "标题", text = "做法。" }))
            .ShouldBe(System.Net.HttpStatusCode.Created);

        var view = await _app.Client("430000", Roles.Reviewer).ReadAsync("/v1/assessments/430000?year=2023");

        var texts = RowOf(view, "430100")["highlights"]!;
        ((int)texts["due"]!, (int)texts["inTime"]!, (int)texts["late"]!, (int)texts["missing"]!).ShouldBe((12, 0, 1, 11));
    }

    [Fact]
    public async Task ItIsOpenToWhomItConcerns()
    {
        (await _app.Client("430400").ReadAsync("/v1/assessments/430000?year=2023"))["rows"]!.AsArray().Count.ShouldBe(14);
        (await _app.Client("420100").ReadAsync("/v1/assessments/420100?year=2023"))["rows"]!.AsArray().Count.ShouldBe(13);
        (await _app.Client("420100").ProblemAsync("/v1/assessments/430000?year=2023")).ShouldBe((403, "auth.region_forbidden"));
        (await _app.Client("430000").ProblemAsync("/v1/assessments/430104?year=2023")).ShouldBe((404, "assessment.region_unknown"));
    }

    private static JsonNode RowOf(JsonNode view, string region) =>
        view["rows"]!.AsArray().Single(row => (string)row!["region"]! == region)!;

    private Task<AppendResult> SubmitAsync(string month, string on)
    {
        var (changsha, parsed) = (UnitCode.Parse("430100"), YearMonth.Parse(month));
        var submitted = new FormSubmitted("h32_progress", changsha, parsed, DateOnly.Parse(on), "clerk", parsed.DayOrLast(30), 1, [], []);
        return _app.Store.AppendAsync(
            new Append([new StreamAppend(Form.StreamOf("h32_progress", changsha, parsed), 0, [submitted])], new EventMetadata("test")),
            TestContext.Current.CancellationToken);
    }
}
