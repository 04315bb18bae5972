using YouthPlatform.Policy;
using YouthPlatform.Reporting.Targets;
using YouthPlatform.Reporting.Tests.Hosting;

namespace YouthPlatform.Reporting.Tests.Targets;

/// <summary>Whether a target will be reached, by the calendar and by the last whole month.</summary>
public sealed class PaceTests
{
    private static readonly TargetBook Book = Definitions.Load(Samples.Seeds).Targets;

    /// <summary>Golden Bridge: at least 100 projects in 2023, which has 365 days; 30 June is its 181st.</summary>
    private static readonly MeasuredTarget Projects = Book.Targets.Single(target => target.Key == "golden_bridge.projects");

    private static readonly MeasuredTarget ContactRate = Book.Targets.Single(target => target.Key == "tracking.contact_rate");

    /// <summary>A hundred projects by 181 of 365 days are 49.589 by now; July to December have 184 days.</summary>
    [Theory]
    [InlineData(100, 0, nameof(PaceVerdict.Met))]
    [InlineData(50, 10, nameof(PaceVerdict.OnTrack))]
    [InlineData(50, 1, nameof(PaceVerdict.AtRisk))]
    [InlineData(10, 20, nameof(PaceVerdict.AtRisk))]
    [InlineData(10, 5, nameof(PaceVerdict.Behind))]
    public void CalendarAndRateDecideTogether(int upToMay, int inJune, string verdict)
    {
        var pace = TargetPace.Of(Projects, new DateOnly(2023, 6, 30), Counts((5, upToMay), (6, inJune)));

        pace.Verdict.ToString().ShouldBe(verdict);
        (pace.CalendarShare, pace.ExpectedByNow, pace.LastMonth).ShouldBe((0.4958m, 49.5890m, inJune));
        pace.ProjectedAtEnd.ShouldBe(decimal.Round(upToMay + inJune + (inJune / 30m * 184), 4, MidpointRounding.ToZero));
    }

    [Fact]
    public void TheLastWholeMonthIsTheOneBeforeADayWithinAMonth()
    {
        var pace = TargetPace.Of(Projects, new DateOnly(2023, 6, 29), Counts((5, 7), (6, 90)));

        pace.LastMonth.ShouldBe(7);
    }

    [Fact]
    public void TheFirstMonthHasNoRateYet()
    {
        var pace = TargetPace.Of(Projects, new DateOnly(2023, 1, 30), Counts((1, 9)));

        (pace.LastMonth, pace.ProjectedAtEnd, pace.Verdict).ShouldBe((null, null, PaceVerdict.AtRisk));
    }

    /// <summary>From 30 June 184 days are left, which are 184 / 365 * 12 months.</summary>
    [Fact]
    public void WhatIsMissingIsSpreadOverTheMonthsThatAreLeft()
    {
        var pace = TargetPace.Of(Projects, new DateOnly(2023, 6, 30), Counts((5, 40)));

        pace.NeededPerMonth.ShouldBe(decimal.Round(60m / 184 * 365 / 12, 4, MidpointRounding.ToZero));
    }

    [Fact]
    public void TheLastDayDecides()
    {
        TargetPace.Of(Projects, new DateOnly(2023, 12, 31), Counts((5, 99))).Verdict.ShouldBe(PaceVerdict.Missed);
        TargetPace.Of(Projects, new DateOnly(2023, 12, 31), Counts((5, 100))).Verdict.ShouldBe(PaceVerdict.Met);
    }

    /// <summary>H32 §二(六)17: all are contacted. A rate is not due day by day; its trend says where it goes, and never above 1.</summary>
    [Fact]
    public void ARateIsJudgedByItsTrend()
    {
        var rising = TargetPace.Of(ContactRate, new DateOnly(2023, 8, 31), Rates((7, 100, 50), (8, 0, 40)));
        var stuck = TargetPace.Of(ContactRate, new DateOnly(2023, 8, 31), Rates((7, 100, 50)));

        (rising.Verdict, rising.ExpectedByNow, rising.LastMonth, rising.ProjectedAtEnd).ShouldBe((PaceVerdict.OnTrack, null, 0.4m, 1));
        (stuck.Verdict, stuck.LastMonth, stuck.ProjectedAtEnd).ShouldBe((PaceVerdict.Behind, 0, 0.5m));
    }

    [Fact]
    public void AShareOfNothingIsNotJudged() =>
        TargetPace.Of(ContactRate, new DateOnly(2023, 12, 31), Rates()).Verdict.ShouldBe(PaceVerdict.NothingToMeasure);

    private static MonthlyFigures Counts(params (int Month, decimal Added)[] months) =>
        Figures(months.Select(month => (Projects.Count.Id, month.Month, month.Added)));

    private static MonthlyFigures Rates(params (int Month, decimal Whole, decimal Part)[] months) => Figures(
        months.SelectMany(month => new[]
        {
            (ContactRate.Whole!.Id, month.Month, month.Whole),
            (ContactRate.Count.Id, month.Month, month.Part),
        }));

    private static MonthlyFigures Figures(IEnumerable<(string Indicator, int Month, decimal Added)> months) =>
        new(months.ToLookup(month => (month.Indicator, "430000"), month => (new YearMonth(2023, month.Month), month.Added)));
}
