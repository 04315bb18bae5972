using YouthPlatform.Policy;
using YouthPlatform.Reporting.Targets;
using YouthPlatform.Reporting.Tests.Hosting;

namespace YouthPlatform.Reporting.Tests.Targets;

/// <summary>Regions in order, without saying more than their numbers say.</summary>
public sealed class LeagueTableTests
{
    private static readonly Definitions Data = Definitions.Load(Samples.Seeds);
    private static readonly MeasuredTarget Interns = Target("internship.interns");
    private static readonly MeasuredTarget ContactRate = Target("tracking.contact_rate");

    [Fact]
    public void EqualCountsShareARankAndTheNextIsSkipped()
    {
        var rows = Table(Interns, ("430100", 9, 0), ("430200", 5, 0), ("430300", 5, 0), ("430400", 1, 0));

        rows.Take(4).Select(row => (row.Region, row.Rank, row.IsTied)).ShouldBe(
            [("430100", 1, false), ("430200", 2, true), ("430300", 2, true), ("430400", 4, false)]);
        rows.Skip(4).ShouldAllBe(row => row.Rank == 5 && row.IsTied && row.Count == 0);
        rows[0].Contribution.ShouldBe(0.45m);
    }

    [Fact]
    public void WhereNobodyHasAnythingNobodyIsFirst() =>
        Table(Interns).ShouldAllBe(row => row.Rank == null && row.Reason == "各地均无完成数，不排名。");

    /// <summary>One contact of one person is a rate of 1 and says nothing.</summary>
    [Fact]
    public void AShareOfFewTakesNoRank()
    {
        var rows = Table(ContactRate, ("430100", 90, 100), ("430200", 1, 1), ("430300", 29, 29), ("430400", 30, 30));

        rows.Where(row => row.Rank is not null).Select(row => (row.Region, row.Rank)).ShouldBe([("430400", 1), ("430100", 2)]);
        var few = rows.Single(row => row.Region == "430300");
        (few.Value, few.Rank, few.Reason).ShouldBe((1, null, "分母不足 30，数值波动大，不参加排名。"));
        rows.Single(row => row.Region == "430500").ShouldSatisfyAllConditions(
            row => row.Value.ShouldBeNull(), row => row.Interval.ShouldBeNull(), row => row.Reason.ShouldBe("分母为零，不参加排名。"));
    }

    /// <summary>Wilson's interval of 90 in 100 at 95 % is 0.8256 to 0.9448 (E. B. Wilson, 1927; z = 1.96).</summary>
    [Fact]
    public void TheIntervalIsWilsons()
    {
        var row = Table(ContactRate, ("430100", 90, 100)).Single(row => row.Region == "430100");

        row.Interval.ShouldBe(new ShareInterval(0.8256m, 0.9447m));
    }

    [Fact]
    public void RanksThatChanceAloneCouldChangeAreShownAsARange()
    {
        var rows = Table(ContactRate, ("430100", 900, 1000), ("430200", 45, 50), ("430300", 44, 50), ("430400", 10, 1000))
            .ToDictionary(row => row.Region);

        (rows["430100"].Rank, rows["430100"].RankFrom, rows["430100"].RankTo).ShouldBe((1, 1, 3));
        (rows["430300"].Rank, rows["430300"].RankFrom, rows["430300"].RankTo).ShouldBe((3, 1, 3));
        (rows["430400"].Rank, rows["430400"].RankFrom, rows["430400"].RankTo).ShouldBe((4, 4, 4));
    }

    private static MeasuredTarget Target(string key) => Data.Targets.Targets.Single(target => target.Key == key);

    private static IReadOnlyList<LeagueRow> Table(MeasuredTarget target, params (string Region, decimal Count, decimal Whole)[] regions)
    {
        var august = new YearMonth(2023, 8);
        var figures = regions.SelectMany(region => new[]
        {
            (Of: (target.Count.Id, region.Region), Added: region.Count),
            (Of: (target.Whole?.Id ?? "none", region.Region), Added: region.Whole),
        });
        return LeagueTable.Of(
            target,
            Data.Policy.Regions.PrefecturesOf(target.Region.Code),
            new MonthlyFigures(figures.ToLookup(figure => figure.Of, figure => (august, figure.Added))),
            Data.Targets.SmallNumbers);
    }
}
