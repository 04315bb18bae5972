using YouthPlatform.Policy;
using YouthPlatform.Testing;

namespace YouthPlatform.Reviews.Tests;

public sealed class ReviewClockTests
{
    private const string UnitReview = "internship.unit_review_days";
    private static readonly PolicyData Policies = PolicyData.Load(Repository.PathOf("seeds"));
    private static readonly ReviewClock Clock = new(Policies);
    private static readonly RegionCode Furong = RegionCode.Parse("430102");
    private static readonly RegionCode Changsha = RegionCode.Parse("430100");
    private static readonly RegionCode Hunan = RegionCode.Parse("430000");

    // H9 §二(四): five working days, and 09-29 to 10-06 are holidays, 10-07 and 10-08 worked weekend days.
    [Theory]
    [InlineData("2023-08-01", "2023-08-08")]
    [InlineData("2023-09-25", "2023-10-08")]
    [InlineData("2023-10-07", "2023-10-12")]
    [InlineData("2024-02-27", "2024-03-05")]
    public void TheDueDayIsTheFifthWorkingDay(string submitted, string due)
    {
        var deadline = Clock.Start(UnitReview, Furong, Day(submitted));
        deadline.DueOn.ShouldBe(Day(due));
        deadline.Rule.Clause.ShouldBe("H9 §二(四)");
    }

    [Fact]
    public void TheDayOfSubmissionIsThatOfChina()
    {
        var lateInChina = new DateTimeOffset(2023, 8, 1, 15, 59, 59, TimeSpan.Zero);
        Clock.Start(UnitReview, Furong, lateInChina).SubmittedOn.ShouldBe(Day("2023-08-01"));
        Clock.Start(UnitReview, Furong, lateInChina.AddSeconds(1)).SubmittedOn.ShouldBe(Day("2023-08-02"));
    }

    // Due on Tuesday 2023-08-08; reminded two working days before.
    [Theory]
    [InlineData("2023-08-01", 5, ReviewReminder.None, "430100")]
    [InlineData("2023-08-03", 3, ReviewReminder.None, "430100")]
    [InlineData("2023-08-04", 2, ReviewReminder.DueSoon, "430100")]
    [InlineData("2023-08-06", 2, ReviewReminder.DueSoon, "430100")]
    [InlineData("2023-08-08", 0, ReviewReminder.DueSoon, "430100")]
    [InlineData("2023-08-09", -1, ReviewReminder.Overdue, "430000")]
    [InlineData("2023-08-15", -5, ReviewReminder.Overdue, "430000")]
    [InlineData("2023-09-01", -18, ReviewReminder.Overdue, "430000")]
    public void RemindersAndResponsibilityFollowFromToday(string today, int left, ReviewReminder reminder, string responsible)
    {
        var standing = Clock.Standing(Day("2023-08-08"), Furong, Day(today));
        standing.WorkingDaysLeft.ShouldBe(left);
        standing.Reminder.ShouldBe(reminder);
        standing.Responsible.Value.ShouldBe(responsible);
        standing.IsEscalated.ShouldBe(responsible != "430100");
        (Day("2023-08-08") <= Clock.RemindedUpTo(Furong, Day(today))).ShouldBe(reminder != ReviewReminder.None);
    }

    [Fact]
    public void AWeekendAfterTheDueDayIsALapseAlready()
    {
        // Due on Friday; nothing is a working day between it and Saturday.
        var standing = Clock.Standing(Day("2023-08-11"), Furong, Day("2023-08-12"));
        standing.WorkingDaysLeft.ShouldBe(0);
        standing.Reminder.ShouldBe(ReviewReminder.Overdue);
        standing.Responsible.ShouldBe(Hunan);
    }

    [Fact]
    public void EachLevelAboveHasItsOwnDaysBeforeTheNext()
    {
        using var county = CountyFirst();
        var clock = new ReviewClock(PolicyData.Load(county.Path));
        Responsible("2023-08-08").ShouldBe("430102");
        Responsible("2023-08-09").ShouldBe("430100");
        Responsible("2023-08-15").ShouldBe("430100");
        Responsible("2023-08-16").ShouldBe("430000");
        Responsible("2023-12-29").ShouldBe("430000");

        string Responsible(string today) => clock.Standing(Day("2023-08-08"), Furong, Day(today)).Responsible.Value;
    }

    [Fact]
    public void ADirectlyAdministeredCountyIsFollowedByItsProvince()
    {
        var xiantao = RegionCode.Parse("429004");
        Clock.Standing(Day("2023-08-08"), xiantao, Day("2023-08-08")).Responsible.ShouldBe(xiantao);
        Clock.Standing(Day("2023-08-08"), xiantao, Day("2023-08-09")).Responsible.Value.ShouldBe("420000");
    }

    [Fact]
    public void TheLevelAboveDecidesOnlyAfterTheLapseAndTheLevelBelowStillMay()
    {
        var before = Clock.Standing(Day("2023-08-08"), Furong, Day("2023-08-08"));
        before.MayDecide(Furong, [Furong]).ShouldBeTrue();
        before.MayDecide(Furong, [Changsha]).ShouldBeTrue();
        before.MayDecide(Furong, [Hunan]).ShouldBeFalse();
        before.MayDecide(Furong, [RegionCode.Parse("430103"), RegionCode.Parse("430400")]).ShouldBeFalse();

        var after = Clock.Standing(Day("2023-08-08"), Furong, Day("2023-08-09"));
        after.MayDecide(Furong, [Hunan]).ShouldBeTrue();
        after.MayDecide(Furong, [Changsha]).ShouldBeTrue();
        after.MayDecide(Furong, [RegionCode.China]).ShouldBeFalse();
        after.MayDecide(Furong, [RegionCode.Parse("430400")]).ShouldBeFalse();
    }

    [Fact]
    public void AYearWithoutACalendarIsAnError() =>
        Should.Throw<CalendarMissingException>(() => Clock.Standing(Day("2026-12-31"), Furong, Day("2027-01-05")));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    /// <summary>The policy files with counties as the first level.</summary>
    private static TemporarySeeds CountyFirst()
    {
        var seeds = new TemporarySeeds();
        var pack = System.IO.Path.Combine(seeds.Path, "policies", "D1.json");
        var text = File.ReadAllText(pack);
        var changed = text.Replace("\"review.first_level\", \"value\": \"prefecture\"", "\"review.first_level\", \"value\": \"county\"", StringComparison.Ordinal);
        changed.ShouldNotBe(text);
        File.WriteAllText(pack, changed);
        return seeds;
    }
}
