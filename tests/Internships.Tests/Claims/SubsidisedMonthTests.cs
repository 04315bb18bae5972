using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Claims;

/// <summary>A month runs to the day before the same day of the next month, or to its last day where there is no such day.</summary>
public sealed class SubsidisedMonthTests
{
    [Theory]
    [InlineData("2023-10-31", "2023-11", "2023-10-31", "2023-11-30")]
    [InlineData("2023-10-31", "2024-02", "2024-01-31", "2024-02-29")]
    [InlineData("2023-10-30", "2024-02", "2024-01-30", "2024-02-29")]
    [InlineData("2022-10-31", "2023-02", "2023-01-31", "2023-02-28")]
    [InlineData("2023-12-01", "2024-02", "2024-02-01", "2024-02-29")]
    public void MonthEndsAndLeapYears(string start, string month, string from, string to)
    {
        var found = Find(Of(start, DateOnly.ParseExact(start, "yyyy-MM-dd").AddMonths(6)), month).ShouldNotBeNull();
        (found.From, found.To).ShouldBe((DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd")));
        found.Of(BaseRate).ShouldBe(BaseRate);
    }

    // policy: part months are not paid, or paid by days where a pack says so, rounded to fen.
    [Fact]
    public void APartMonthIsPaidByDaysOnlyWhereThePackSaysSo()
    {
        var ended = Of("2023-08-07", new(2023, 9, 16));
        Find(ended, "2023-10").ShouldBeNull();
        var part = Find(ended, "2023-10", "prorata").ShouldNotBeNull();
        (part.Days, part.FullDays).ShouldBe((10, 30));
        part.Of(BaseRate).ShouldBe(Money.Of(500));
        part.Of(Money.Of(1000)).ShouldBe(Money.Of(333.33m));
    }

    private static PlacementState.Completed Of(string start, DateOnly endedOn)
    {
        var agreement = Agreement with { StartsOn = DateOnly.ParseExact(start, "yyyy-MM-dd"), EndsOn = endedOn };
        return new PlacementState.Completed(new(new(agreement, null, null), null, InsuranceCover.None), MonthRecords.None, endedOn);
    }

    private static SubsidisedMonth? Find(PlacementState placement, string month, string partMonth = "none") =>
        SubsidisedMonth.Find(placement, YearMonth.Parse(month), partMonth);
}
