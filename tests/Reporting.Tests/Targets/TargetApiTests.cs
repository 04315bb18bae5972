using YouthPlatform.Contracts.Internships;
using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests.Targets;

/// <summary>Targets against actuals, on a real database.</summary>
public sealed class TargetApiTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceHost<Program> _app = null!;
    private ServiceClient _hunan = null!;

    public async ValueTask InitializeAsync()
    {
        _app = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        _hunan = _app.Client("430000", Roles.Reviewer);
        await _app.Store.RecordAsync(1, Samples.Internship(1, "2023-08-01"));
        await _app.Store.RecordAsync(2, Samples.Internship(1, "2023-10-01", "430202"));
        await _app.Store.RecordAsync(3, Samples.Internship(2, "2023-10-05"));
        await _app.Store.RecordAsync(4, Samples.Internship(3, "2023-12-05"));
        await _app.Store.RecordAsync(5, Samples.Internship(4, "2022-12-31"));
        await _app.Store.RecordAsync(6, Samples.Internship(5, "2023-08-01", "420102"));
        await _app.Store.RecordAsync(1, Samples.Grant(1, "hard_tech", "2023-09-01"));
        await _app.Store.RecordAsync(2, Samples.Grant(2, "other", "2023-10-01", "430200"));
        await _app.Store.RecordAsync(3, Samples.Grant(3, "rural_revitalisation", "2023-10-02"));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>H9 §一: at least 16,000 interns in the year; a person who interns in two prefectures is one intern of the province.</summary>
    [Fact]
    public async Task InternsOfTheProvinceAreCountedOnce()
    {
        var detail = await _hunan.ReadAsync("/v1/targets/internship.interns?year=2023");

        var target = detail["target"]!;
        ((decimal)target["actual"]!, (decimal)target["target"]!, (string)target["clause"]!).ShouldBe((2, 16000, "H9 §一"));
        ((bool)target["isMet"]!).ShouldBeFalse();
        ((string)target["asOf"]!, (decimal)target["share"]!).ShouldBe(("2023-11-28", 0.0001m));
        var regions = detail["byRegion"]!.AsArray().ToDictionary(part => (string)part!["region"]!, part => (decimal)part!["count"]!);
        regions.Count.ShouldBe(14);
        (regions["430100"], regions["430200"], regions["430300"]).ShouldBe((2, 1, 0));
        detail["byMonth"]!.AsArray().Select(month => (decimal)month!["count"]!).ShouldBe([0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2]);
    }

    /// <summary>G3 §三(三)3: hard tech and rural revitalisation make at least half of the granted projects.</summary>
    [Fact]
    public async Task TheSectorShareIsThatOfTheGrantedProjects()
    {
        var september = await _hunan.ReadAsync("/v1/targets/golden_bridge.priority_sector_share?year=2023&asOf=2023-08-31");
        var october = await _hunan.ReadAsync("/v1/targets/golden_bridge.priority_sector_share?year=2023&asOf=2023-10-01");
        var now = await _hunan.ReadAsync("/v1/targets/golden_bridge.priority_sector_share?year=2023");

        september["target"]!["actual"].ShouldBeNull();
        ((bool)september["target"]!["isMet"]!).ShouldBeFalse();
        ((decimal)october["target"]!["actual"]!, (bool)october["target"]!["isMet"]!).ShouldBe((0.5m, true));
        ((decimal)now["target"]!["part"]!, (decimal)now["target"]!["whole"]!, (decimal)now["target"]!["actual"]!).ShouldBe((2, 3, 0.6666m));
    }

    [Fact]
    public async Task AYearHasItsTargets()
    {
        var list = await _hunan.ReadAsync("/v1/targets?year=2023");

        list["items"]!.AsArray().Select(item => (string)item!["id"]!).ShouldBe(
            [
                "internship.interns", "internship.posts", "pairing.students_employed", "golden_bridge.projects", "golden_bridge.priority_sector_share",
                "public_sector.civil_servants", "public_sector.civil_servants_class_of_2023", "west_plan.volunteers",
                "golden_bridge.students_employed", "tracking.contact_rate", "tracking.service_rate",
            ],
            ignoreOrder: true);
        (await _hunan.ReadAsync("/v1/targets?year=2022"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task TheLeagueOfATargetIsOpenToAllWhomItConcerns()
    {
        var league = await _app.Client("430200").ReadAsync("/v1/targets/internship.interns/league?year=2023");

        var rows = league["rows"]!.AsArray();
        rows.Count.ShouldBe(14);
        ((string)rows[0]!["region"]!, (int)rows[0]!["rank"]!, (decimal)rows[0]!["count"]!).ShouldBe(("430100", 1, 2));
        ((string)league["target"]!["pace"]!["verdict"]!).ShouldBe("behind");
        (await _app.Client("420100").ProblemAsync("/v1/targets/internship.interns/league?year=2023")).ShouldBe((404, "target.unknown"));
    }

    /// <summary>W62 §二(八): Wuhan owes its own targets; they are looked at by district.</summary>
    [Fact]
    public async Task APrefecturesTargetIsLookedAtByDistrict()
    {
        await _app.Store.RecordAsync(1, new PostPublished(Samples.Id(1), Samples.Id(2), "420106", "technical", 12, false, new DateOnly(2023, 9, 1)));

        var detail = await _app.Client("420100").ReadAsync("/v1/targets/internship.posts?year=2023&region=420100");

        ((decimal)detail["target"]!["actual"]!).ShouldBe(12);
        detail["byRegion"]!.AsArray().Where(part => (decimal)part!["count"]! > 0).Select(part => (string)part!["region"]!).ShouldBe(["420106"]);
    }

    [Fact]
    public async Task APrefectureSeesTheProvincesTargetAndItsOwnPart()
    {
        var detail = await _app.Client("430200").ReadAsync("/v1/targets/internship.interns?year=2023");

        ((decimal)detail["target"]!["actual"]!).ShouldBe(2);
        detail["byRegion"]!.AsArray().Select(part => (string)part!["region"]!).ShouldBe(["430200"]);
        (await _app.Client("420100").ProblemAsync("/v1/targets/internship.interns?year=2023")).ShouldBe((404, "target.unknown"));
    }
}
