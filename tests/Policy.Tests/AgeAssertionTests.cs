namespace YouthPlatform.Policy.Tests;

public sealed class AgeAssertionTests
{
    private static readonly DateOnly LeapDay = new(2024, 2, 29);

    [Theory]
    [InlineData("2023-07-31", 22, 22)]
    [InlineData("2023-08-01", 22, 23)]
    [InlineData("2024-07-30", 22, 23)]
    [InlineData("2024-07-31", 23, 23)]
    [InlineData("2024-08-01", 23, 24)]
    public void AnAgeOnADayLeavesOneYearOpenUntilItsAnniversary(string date, int least, int most) =>
        new AgeAssertion(22, new(2023, 7, 31)).AgeOn(DateOnly.Parse(date)).ShouldBe((least, most));

    [Fact]
    public void NothingIsSaidOfEarlierDays() => new AgeAssertion(22, new(2023, 7, 31)).AgeOn(new(2023, 7, 30)).ShouldBeNull();

    // Born on 2002-03-01 and so 21 on the leap day: 22 the day after it, and 23 on 2025-03-01.
    [Fact]
    public void TheBoundsHoldAcrossALeapDay()
    {
        var assertion = new AgeAssertion(21, LeapDay);
        assertion.AgeOn(LeapDay.AddDays(1)).ShouldBe((21, 22));
        assertion.AgeOn(new(2025, 2, 28)).ShouldBe((21, 22));
        assertion.AgeOn(new(2025, 3, 1)).ShouldBe((22, 23));
    }

    [Fact]
    public void TheBoundsHoldTheTrueAgeOfEveryBirthDate()
    {
        var on = new DateOnly(2023, 7, 31);
        for (var born = new DateOnly(1998, 1, 1); born <= new DateOnly(2007, 12, 31); born = born.AddDays(1))
        {
            var assertion = new AgeAssertion(ChinaDate.AgeOn(born, on), on);
            foreach (var days in (int[])[0, 1, 59, 214, 365, 366, 700])
            {
                var date = on.AddDays(days);
                var (least, most) = assertion.AgeOn(date)!.Value;
                ChinaDate.AgeOn(born, date).ShouldBeInRange(least, most);
            }
        }
    }
}
