using System.Text.Json;
using YouthPlatform.GraduateTracking.ServiceRecords.Rhythms;
using YouthPlatform.Policy;
using static YouthPlatform.GraduateTracking.Tests.Examples.ServiceRecordSamples;

namespace YouthPlatform.GraduateTracking.Tests.ServiceRecords;

/// <summary>What is missing, computed from the records and the packs on file.</summary>
public sealed class RhythmTests
{
    private static readonly DateOnly June12 = new(2023, 6, 12);

    /// <summary>Where graduates concentrate: a specialised fair a week (H32 §二(四)10).</summary>
    [Theory]
    [InlineData("2023-06-12", "specialised", "430102", "met")]
    [InlineData("2023-06-18", "specialised", "430100", "met")]
    [InlineData("2023-06-19", "specialised", "430100", "missed")]
    [InlineData("2023-06-11", "specialised", "430100", "missed")]
    [InlineData("2023-06-14", "comprehensive", "430100", "missed")]
    [InlineData("2023-06-14", "specialised", "430200", "missed")]
    public void AWeekNeedsASpecialisedFairOfThePrefectureOrItsCounties(string on, string scope, string region, string status)
    {
        var line = Of("job_fair", "weekly_specialised", "430100", [Fair(on, scope, region)], new(June12, June12, new(2023, 6, 19))).ShouldHaveSingleItem();
        (line.Period, line.DueOn, line.Status, line.Rule.Clause).ShouldBe(("2023-W24", new DateOnly(2023, 6, 18), status, "H32 §二(四)10"));
    }

    [Fact]
    public void AWeekThatIsNotOverIsOpenAndOneBeforeTheActionAsksForNothing()
    {
        Of("job_fair", "weekly_specialised", "430100", [], new(June12, June12, new(2023, 6, 18))).Single().Status.ShouldBe("open");
        Of("job_fair", "weekly_specialised", "430100", [], new(new(2023, 5, 8), new(2023, 5, 8), June12)).ShouldBeEmpty();
        Of("job_fair", "weekly_specialised", "430500", [], new(June12, June12, June12)).ShouldBeEmpty("Graduates do not concentrate there.");
        Of("job_fair", "weekly_specialised", "430000", [], new(June12, June12, June12)).ShouldBeEmpty("Cities owe it.");
    }

    /// <summary>And a comprehensive one a month.</summary>
    [Fact]
    public void AMonthNeedsAComprehensiveFair()
    {
        WatchedDays summer = new(new(2023, 6, 1), new(2023, 8, 31), new(2023, 8, 15));
        Of("job_fair", "monthly_comprehensive", "430100", [Fair("2023-06-30", "comprehensive", "430100")], summer)
            .Select(line => (line.Period, line.Actual, line.Status)).ShouldBe([("2023-06", "1", "met"), ("2023-07", "0", "missed"), ("2023-08", "0", "open")]);
    }

    /// <summary>By the end of June, each office for itself (H32 §二(六)16).</summary>
    [Theory]
    [InlineData("430100", "2023-06-30", "met")]
    [InlineData("430100", "2023-07-01", "missed")]
    [InlineData("430000", "2023-06-01", "missed")]
    [InlineData("430102", "2023-06-01", "missed")]
    public void TheOpenLetterIsOutByTheEndOfJune(string region, string on, string status) =>
        Of("open_letter", "by_end_of_june", "430100", [new(RegionCode.Parse(region), Date(on), new Dictionary<string, JsonElement>())], new(June12, new(2023, 7, 10), new(2023, 7, 10)))
            .Single().Status.ShouldBe(status);

    /// <summary>Months 2, 5, 7 and 9 (G3 §三(四)).</summary>
    [Fact]
    public void EachSectorHasItsMonth()
    {
        WatchedRecord held = new(RegionCode.Parse("430000"), new(2023, 5, 20), Values(("sector", "tech_innovation")));
        WatchedRecord late = new(RegionCode.Parse("430000"), new(2023, 8, 1), Values(("sector", "rural_revitalisation")));
        Of("sector_event", "four_seasons", "430000", [held, late], new(June12, new(2023, 8, 20), new(2023, 8, 20)))
            .Select(line => (line.Period, line.Status)).ShouldBe(
                [("2023-02 new_consumption", "missed"), ("2023-05 tech_innovation", "met"), ("2023-07 rural_revitalisation", "missed"), ("2023-09 smart_manufacturing", "open")]);
    }

    /// <summary>At least 25 % of the branches (G3 §三(三)6); at least 60 % of the state firms' new posts in Wuhan (W62 §二(二)).</summary>
    [Theory]
    [InlineData("community_practice", "branch_share", "430000", "branches", "branchesPaired", 25, "met")]
    [InlineData("community_practice", "branch_share", "430000", "branches", "branchesPaired", 24, "open")]
    [InlineData("public_sector", "state_firm_share", "420100", "posts", "graduatePosts", 60, "met")]
    [InlineData("public_sector", "state_firm_share", "420100", "posts", "graduatePosts", 59, "open")]
    public void SharesAreTakenOfTheSums(string ledger, string rhythm, string region, string whole, string part, int count, string status)
    {
        WatchedRecord[] records =
        [
            new(RegionCode.Parse(region), June12, Values((whole, 40), (part, count), ("category", "state_firm"))),
            new(RegionCode.Parse(region), June12, Values((whole, 60), (part, 0), ("category", "state_firm"))),
            new(RegionCode.Parse(region), June12, Values((whole, 900), (part, 900), ("category", "civil_service"))),
        ];
        var relevant = ledger == "public_sector" ? records : records[..2];
        Of(ledger, rhythm, region, relevant, new(June12, June12, June12)).Single().Status.ShouldBe(status);
    }

    /// <summary>One or two a school year for each branch (G3 §三(三)4).</summary>
    [Fact]
    public void ThemeDaysAreCountedByBranchAndSchoolYear()
    {
        (string Branch, string On)[] held =
            [("a", "2022-09-01"), ("b", "2022-10-01"), ("b", "2023-03-01"), ("c", "2022-10-01"), ("c", "2022-11-01"), ("c", "2023-08-31"), ("d", "2022-08-31")];
        var records = held.Select(day => new WatchedRecord(RegionCode.Parse("430100"), Date(day.On), Values(("branch", day.Branch)))).ToArray();
        Of("theme_day", "each_branch", "430100", records, new(June12, new(2023, 8, 31), new(2023, 9, 1)))
            .Select(line => (line.Period, line.Actual, line.Status)).ShouldBe([("2022-2023 a", "1", "met"), ("2022-2023 b", "2", "met"), ("2022-2023 c", "3", "missed")]);
    }

    private static IReadOnlyList<RhythmStatus> Of(string ledger, string rhythm, string region, WatchedRecord[] records, WatchedDays days) =>
        new RhythmRules(Packs.Book).Of(
            Ledgers.Find(ledger)!.Rhythms.Single(candidate => candidate.Name == rhythm), Packs.Regions.Get(region), records, days);

    private static WatchedRecord Fair(string on, string scope, string region) => new(RegionCode.Parse(region), Date(on), Values(("scope", scope)));

    private static Dictionary<string, JsonElement> Values(params (string Name, object Value)[] values) =>
        values.ToDictionary(pair => pair.Name, pair => JsonSerializer.SerializeToElement(pair.Value));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
