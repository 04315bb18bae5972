using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.Reporting.Tests.Hosting;

namespace YouthPlatform.Reporting.Tests.Indicators;

public sealed class EngineTests
{
    private static readonly Indicator Paid = new(
        "paid",
        ["youthplatform.internships.subsidy_paid.v1"],
        "paidOn",
        [new FormFilter("kind", ["monthly"])],
        new FormMeasure(FormMeasureKind.Sum, "amount"),
        [RegionLevel.Province, RegionLevel.Prefecture, RegionLevel.County],
        new DateOnly(2023, 5, 18),
        new DateOnly(2023, 12, 30));

    [Fact]
    public void ASumTakesTheExactAmountAtEveryLevel() =>
        Of(Paid, Samples.Subsidy(1, 2, "2023-11-20")).Select(c => (c.Scope, c.Date, c.Amount, c.Key)).ShouldBe(
        [
            ("430000", new DateOnly(2023, 11, 20), 1930.00m, null),
            ("430100", new DateOnly(2023, 11, 20), 1930.00m, null),
            ("430104", new DateOnly(2023, 11, 20), 1930.00m, null),
        ]);

    [Fact]
    public void AFactOfTheProvinceBelongsToNoPrefecture() =>
        Of(Paid, Samples.Subsidy(1, 2, "2023-11-20", "430000")).Select(c => c.Scope).ShouldBe(["430000"]);

    /// <summary>仙桃市 (429004) is a county that the province administers directly: it stands for the prefecture and counts once.</summary>
    [Fact]
    public void ACountyUnderTheProvinceCountsOnceAsAPrefecture() =>
        Of(Paid, Samples.Subsidy(1, 2, "2023-11-20", "429004")).Select(c => c.Scope).ShouldBe(["420000", "429004"]);

    [Theory]
    [InlineData("2023-05-17", false)]
    [InlineData("2023-05-18", true)]
    [InlineData("2023-12-30", true)]
    [InlineData("2023-12-31", false)]
    public void OnlyDatesOfTheWindowCount(string paidOn, bool counts) =>
        Of(Paid, Samples.Subsidy(1, 2, paidOn)).Count.ShouldBe(counts ? 3 : 0);

    [Fact]
    public void AFilterThatDoesNotMatchLeavesTheFactOut() =>
        Of(Paid with { Filters = [new FormFilter("kind", ["lump_sum"])] }, Samples.Subsidy(1, 2, "2023-11-20")).ShouldBeEmpty();

    [Fact]
    public void ADistinctCountTakesTheKeyAndCountsItOnce()
    {
        var distinct = Paid with { Measure = new FormMeasure(FormMeasureKind.Distinct, "personId"), Levels = [RegionLevel.Prefecture] };

        var contribution = Of(distinct, Samples.Subsidy(1, 2, "2023-11-20")).Single();

        (contribution.Key, contribution.Amount).ShouldBe((Samples.Id(1).ToString(), 1));
    }

    [Fact]
    public void AFactOfAnotherTypeCountsForNothing() => Of(Paid, Samples.Internship(1, "2023-11-20")).ShouldBeEmpty();

    private static List<Contribution> Of<T>(Indicator indicator, T contract)
        where T : class => [.. new IndicatorEngine([indicator]).Of(FactTypes.Of<T>().FactOf(Samples.Id(5), 1, contract))];
}
