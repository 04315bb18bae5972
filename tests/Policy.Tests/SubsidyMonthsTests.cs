using FsCheck;
using FsCheck.Fluent;

namespace YouthPlatform.Policy.Tests;

public sealed class SubsidyMonthsTests
{
    [Theory]
    [InlineData("2023-08-01", "2023-10-31", "2023-08:08-01..08-31 2023-09:09-01..09-30 2023-10:10-01..10-31")]
    [InlineData("2023-08-15", "2023-10-14", "2023-09:08-15..09-14 2023-10:09-15..10-14")]
    [InlineData("2023-08-15", "2023-10-13", "2023-09:08-15..09-14")]
    [InlineData("2023-08-15", "2023-09-13", "")]
    [InlineData("2023-01-31", "2023-05-31", "2023-02:01-31..02-28 2023-03:03-01..03-30 2023-04:03-31..04-30 2023-05:05-01..05-30")]
    [InlineData("2024-01-30", "2024-03-29", "2024-02:01-30..02-29 2024-03:03-01..03-29")]
    [InlineData("2024-01-29", "2024-03-28", "2024-02:01-29..02-28 2024-03:02-29..03-28")]
    [InlineData("2023-11-16", "2024-01-15", "2023-12:11-16..12-15 2024-01:12-16..01-15")]
    public void A_month_runs_to_the_day_before_the_same_day(string start, string end, string expected)
    {
        var months = SubsidyMonths.Of(DateOnly.Parse(start), DateOnly.Parse(end));

        string.Join(' ', months.Select(month => $"{month.Month}:{month.From:MM-dd}..{month.To:MM-dd}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("2023-08-15", "2023-10-14", null, 0)]
    [InlineData("2023-08-15", "2023-10-24", 10, 31)]
    [InlineData("2023-08-15", "2023-08-20", 6, 31)]
    [InlineData("2023-09-01", "2023-09-10", 10, 30)]
    public void The_days_left_over_are_a_part_month(string start, string end, int? days, int fullMonthDays)
    {
        var rest = SubsidyMonths.Remainder(DateOnly.Parse(start), DateOnly.Parse(end));

        rest?.Days.ShouldBe(days!.Value);
        rest?.FullMonthDays.ShouldBe(fullMonthDays);
        (rest is null).ShouldBe(days is null);
    }

    [Fact]
    public void Months_and_rest_cover_every_day_once_and_no_calendar_month_twice()
    {
        var anyStart = Gen.Choose(0, 1500).Select(days => new DateOnly(2023, 1, 1).AddDays(days)).ToArbitrary();
        Prop.ForAll(anyStart, Gen.Choose(0, 400).ToArbitrary(), (start, length) =>
        {
            var end = start.AddDays(length);
            var months = SubsidyMonths.Of(start, end);
            var rest = SubsidyMonths.Remainder(start, end);
            var days = months.Sum(month => month.To.DayNumber - month.From.DayNumber + 1) + (rest?.Days ?? 0);
            var follow = months.Zip(months.Skip(1)).All(pair =>
                pair.First.To.AddDays(1) == pair.Second.From && pair.First.Month.AddMonths(1) == pair.Second.Month);
            return days == length + 1 && follow && (rest is null || rest.Days < rest.FullMonthDays);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Months_are_written_by_year_and_number()
    {
        var month = new YearMonth(2023, 12);

        month.ToString().ShouldBe("2023-12");
        month.AddMonths(1).ShouldBe(YearMonth.Parse("2024-01"));
        (month < month.AddMonths(1)).ShouldBeTrue();
        System.Text.Json.JsonSerializer.Serialize(month).ShouldBe("\"2023-12\"");
        System.Text.Json.JsonSerializer.Deserialize<YearMonth>("\"2023-12\"").ShouldBe(month);
        YearMonth.TryParse("2023-13", out _).ShouldBeFalse();
        YearMonth.TryParse("2023-1", out _).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => new YearMonth(2023, 13));
    }
}
