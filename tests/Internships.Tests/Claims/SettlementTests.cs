using YouthPlatform.EventStore;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.MoneySamples;
using static YouthPlatform.Internships.Tests.Samples;

namespace YouthPlatform.Internships.Tests.Claims;

/// <summary>The settlement of a year: Hunan's difference (H9 §三(一), §四(二)) and Wuhan's reward (W62 §二(八)).</summary>
public sealed class SettlementTests
{
    private static readonly DateOnly YearEnd = new(2023, 12, 31);
    private static readonly DateOnly Later = new(2024, 3, 1);
    private static readonly SettlementRules Hunan = Packs.Settlement(Furong, YearEnd);
    private static readonly SettlementRules Wuhan = Packs.Settlement(RegionCode.Parse("420106"), YearEnd);

    // Hunan pays from 50 % on: at exactly one half too.
    [Theory]
    [InlineData(2, 4, true)]
    [InlineData(1, 3, false)]
    [InlineData(3, 3, true)]
    [InlineData(0, 2, false)]
    public void TheDifferenceIsPaidFromHalfOn(int retained, int finished, bool pays)
    {
        var line = Lines(Hunan, People(retained, finished), [new(Id(100), Id(200), new(2023, 11))]).ShouldHaveSingleItem();
        line.AllChecksPassed().ShouldBe(pays);
        line.Kind.ShouldBe(SubsidyKinds.Difference);
        line.Checks[0].Rule.Clause.ShouldBe("H9 §三(一)");
    }

    // Wuhan pays above 50 % only: not at exactly one half.
    [Theory]
    [InlineData(2, 4, false)]
    [InlineData(3, 5, true)]
    [InlineData(1, 2, false)]
    [InlineData(1, 1, true)]
    public void TheRewardIsPaidAboveHalfOnly(int retained, int finished, bool pays)
    {
        var lines = Lines(Wuhan, People(retained, finished), []);
        lines.Count.ShouldBe(retained);
        lines.ShouldAllBe(line => line.AllChecksPassed() == pays && line.Amount == Money.Of(1000) && line.Kind == SubsidyKinds.RetentionReward);
        lines[0].Checks[0].Rule.Clause.ShouldBe("W62 §二(八)");
    }

    // 120 % of Changsha's minimum wage of 1,930 yuan are 2,316; the base rate is 1,500.
    [Fact]
    public void TheDifferenceOfAMonthIsTheRaisedWageLessTheBaseRate() =>
        Lines(Hunan, People(1, 1), [new(Id(100), Id(200), new(2023, 11)), new(Id(100), Id(200), new(2023, 10))])
            .Select(line => (line.Line, line.Month, line.Amount))
            .ShouldBe([(1, new YearMonth(2023, 10), Money.Of(816)), (2, new YearMonth(2023, 11), Money.Of(816))]);

    [Fact]
    public void WhoLeftEarlyHasNotFinishedAndWhoIsNotInsuredInTimeIsNotKept()
    {
        PlacementState[] placements = [Kept(0), Left(1), Kept(2, inTime: false), Unkept(3)];
        var settlement = new Settlement(2023, placements, Hunan, Later);
        (settlement.Finished, settlement.Retained).ShouldBe((3, 1));
    }

    [Fact]
    public void TheYearIsSettledOnceNothingCanChangeTheShare()
    {
        PlacementState[] placements = [Kept(0), Unkept(1)];
        Failed(placements, new(2024, 1, 5)).ShouldBe(["settlement.year_closed"]);
        Failed(placements, new(2024, 1, 6)).ShouldBeEmpty();
    }

    [Fact]
    public void AMonthIsSettledOnce() =>
        new Settlement(2023, [Kept(0)], Hunan, Later).Lines([new(Id(100), Id(200), new(2023, 11))], _ => Id(60))
            .ShouldHaveSingleItem().Checks.Single(check => !check.Passed).Name.ShouldBe("month.not_claimed_before");

    [Fact]
    public void ARegionWithoutEitherHasNoSettlement() => Should.Throw<RuleViolation>(() =>
        Lines(Packs.Settlement(RegionCode.Parse("420502"), YearEnd), People(1, 1), [])).Code.ShouldBe("settlement.not_provided");

    private static IEnumerable<string> Failed(PlacementState[] placements, DateOnly today) =>
        new Settlement(2023, placements, Hunan, today).Lines([new(Id(100), Id(200), new(2023, 11))], _ => null)
            .ShouldHaveSingleItem().Checks.Where(check => !check.Passed).Select(check => check.Name);

    private static IReadOnlyList<ClaimLine> Lines(SettlementRules rules, PlacementState[] placements, GrantedMonth[] granted) =>
        new Settlement(2023, placements, rules, Later).Lines(granted, _ => null);

    private static PlacementState[] People(int retained, int finished) =>
        [.. Enumerable.Range(0, finished).Select(PlacementState (n) => n < retained ? Kept(n) : Unkept(n))];

    private static PlacementState.Retained Kept(int number, bool inTime = true) =>
        new(ArrangementOf(number), MonthRecords.None, new(2023, 12, 6), new(Contract, [PassedCheck with { Passed = inTime }]));

    private static PlacementState.Completed Unkept(int number) => new(ArrangementOf(number), MonthRecords.None, new(2023, 12, 6));

    private static PlacementState.EndedEarly Left(int number) => new(ArrangementOf(number), MonthRecords.None, new(2023, 10, 1), "personal");

    private static Arrangement ArrangementOf(int number)
    {
        var agreement = Agreement with { PlacementId = Id(200 + number), PersonId = Id(100 + number), EndsOn = new(2023, 12, 6) };
        return new(new(agreement, null, null), TheMentor, InsuranceCover.None);
    }
}
