using FsCheck;
using FsCheck.Fluent;

namespace YouthPlatform.Policy.Tests;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = Files.Data.Calendar;

    [Fact]
    public void Every_day_agrees_with_an_independent_calendar()
    {
        var lines = File.ReadAllLines(Path.Combine(Files.Root, "tests/Policy.Tests/Data/working-days-2023-2026.csv")).Skip(1).ToList();
        var different = lines.Where(line => Calendar.IsWorkingDay(DateOnly.Parse(line[..10])) != line.EndsWith(",1", StringComparison.Ordinal));

        lines.Count.ShouldBe(365 + 366 + 365 + 365);
        different.ShouldBeEmpty();
        Calendar.Years.ShouldBe([2023, 2024, 2025, 2026]);
    }

    [Theory]
    [InlineData("2023-07-26", "2023-08-02")] // an ordinary week
    [InlineData("2023-07-29", "2023-08-04")] // submitted on a Saturday
    [InlineData("2023-09-27", "2023-10-10")] // over a long holiday with two worked weekend days
    [InlineData("2023-09-29", "2023-10-11")] // submitted on a holiday
    [InlineData("2023-04-21", "2023-04-27")] // a worked Sunday in between
    [InlineData("2023-12-29", "2024-01-08")] // over New Year
    public void The_fifth_working_day_after_submission_is_the_due_day(string submitted, string due) =>
        Calendar.AddWorkingDays(DateOnly.Parse(submitted), 5).ShouldBe(DateOnly.Parse(due));

    [Fact]
    public void The_due_day_is_worked_and_so_many_working_days_away()
    {
        var anyDay = Gen.Choose(0, 1300).Select(days => new DateOnly(2023, 1, 1).AddDays(days)).ToArbitrary();
        Prop.ForAll(anyDay, Gen.Choose(1, 60).ToArbitrary(), (date, days) =>
        {
            var due = Calendar.AddWorkingDays(date, days);
            return Calendar.IsWorkingDay(due) && Calendar.WorkingDaysBetween(date, due) == days;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_date_outside_the_calendars_is_named()
    {
        Should.Throw<CalendarMissingException>(() => Calendar.IsWorkingDay(new(2027, 1, 4))).Message.ShouldContain("2027-01-04");
        Should.Throw<CalendarMissingException>(() => Calendar.IsWorkingDay(new(2022, 12, 31))).Date.ShouldBe(new(2022, 12, 31));
        Should.Throw<CalendarMissingException>(() => Calendar.AddWorkingDays(new(2026, 12, 30), 5)).Date.ShouldBe(new(2027, 1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new(2026, 12, 30), 0));
    }

    [Theory]
    [InlineData("2023-10-07", "is not a weekend day to be worked", """{"name":"x","from":"2023-10-07","to":"2023-10-07"}""")]
    [InlineData("2023-10-09", "is not a weekend day to be worked", "")]
    [InlineData("2024-10-12", "is not in the year", "")]
    public void A_calendar_that_contradicts_itself_is_refused(string worked, string problem, string holiday)
    {
        using var folder = new TemporaryFolder();
        folder.Write("2023.json", $$"""{"year":2023,"source":"test","holidays":[{{holiday}}],"workedWeekends":["{{worked}}"]}""");

        Should.Throw<PolicyFileException>(() => WorkingCalendar.Load(folder.Path)).Message.ShouldContain($"{worked} {problem}");
    }

    [Theory]
    [InlineData("2023-07-25T15:59:59Z", "2023-07-25")]
    [InlineData("2023-07-25T16:00:00Z", "2023-07-26")]
    [InlineData("2023-07-26T00:30:00+08:00", "2023-07-26")]
    public void The_day_in_China_turns_at_sixteen_hours_utc(string instant, string date)
    {
        ChinaDate.Of(DateTimeOffset.Parse(instant)).ShouldBe(DateOnly.Parse(date));
        ChinaDate.Of(ChinaDate.StartOf(DateOnly.Parse(date))).ShouldBe(DateOnly.Parse(date));
    }

    [Theory]
    [InlineData("1999-07-26", "2023-07-25", 23)]
    [InlineData("1999-07-25", "2023-07-25", 24)]
    [InlineData("2004-02-29", "2023-02-28", 18)]
    [InlineData("2004-02-29", "2023-03-01", 19)]
    public void Age_is_counted_in_full_years(string born, string date, int age) =>
        ChinaDate.AgeOn(DateOnly.Parse(born), DateOnly.Parse(date)).ShouldBe(age);
}
