using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Subsidies;
using YouthPlatform.Policy;
using YouthPlatform.Testing;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Subsidies;

/// <summary>What the packs on file make of facts (H32 §二(一)2, W62 §二(七)).</summary>
public sealed class SubsidyAssessmentTests
{
    private static readonly SubsidyAssessment Assessment = new(PolicyData.Load(Repository.PathOf("seeds")));
    private static readonly Firm TheFirm = Firm.Of(CreditCode.Create(RegionCode.Parse("430102"), 1));
    private static readonly InsuredJob Job = new(TheFirm, "small", RegionCode.Parse("430102"), new(2023, 8, 1), new(2023, 8, 1), new(2024, 7, 31));
    private static readonly LedgerFacts Leaver = new(PersonId, "bachelor", new(2023, 6, 30));
    private static readonly TrainingClaim Training = new("training", null, RegionCode.Parse("420106"), "cnc", "intermediate", new(2023, 7, 1), new(2023, 8, 1));

    [Theory]
    [InlineData("micro", "one_off_hiring one_off_expansion social_insurance")]
    [InlineData("small", "one_off_hiring one_off_expansion social_insurance")]
    [InlineData("medium", "one_off_hiring one_off_expansion")]
    [InlineData("large", "one_off_expansion")]
    public void TheFirmsSizeDecidesWhichSubsidiesAreDue(string size, string kinds) =>
        Entitled(Job with { FirmSize = size }, Leaver).ShouldBe(kinds.Split(' '));

    [Theory]
    [InlineData("2024-07-31", true)]
    [InlineData("2024-07-30", false)]
    [InlineData(null, true)]
    public void TheContractRunsForAYearAtLeast(string? until, bool isDue) =>
        Entitled(Job with { ContractTo = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd") }, Leaver).Count.ShouldBe(isDue ? 3 : 0);

    [Theory]
    [InlineData("2021-08-01", true)]
    [InlineData("2021-07-31", false)]
    public void TwoYearsAfterSchoolAtMost(string leftOn, bool isDue) =>
        Entitled(Job, Leaver with { LeftSchoolOn = DateOnly.ParseExact(leftOn, "yyyy-MM-dd") }).Count.ShouldBe(isDue ? 3 : 0);

    [Fact]
    public void WithoutAContractOrAsAnInternNothingIsDue()
    {
        Entitled(Job with { ContractFrom = null, ContractTo = null }, Leaver).ShouldBeEmpty();
        Entitled(Job, Leaver with { Internships = [new(new(2023, 7, 1), new(2023, 8, 1))] }).ShouldBeEmpty();
        Entitled(Job, Leaver with { Internships = [new(new(2023, 7, 1), new(2023, 7, 31))] }).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(24, 2)]
    [InlineData(25, 0)]
    public void RegisteredUnemployedYouthAreHiredWithASubsidyTooHoweverLongOutOfSchool(int age, int kinds)
    {
        var youth = Leaver with { LeftSchoolOn = new(2019, 6, 30), Unemployment = [new(new(new(2023, 8, 1), null), new AgeAssertion(age, new(2023, 8, 1)))] };
        Entitled(Job, youth).Count.ShouldBe(kinds);
        Entitled(Job, youth with { Unemployment = [] }).ShouldBeEmpty();
    }

    [Fact]
    public void EachFindingSaysWhatItLookedAtAndByWhichRule()
    {
        var hiring = Assessment.Match(Job with { FirmSize = "large" }, Leaver, null).Single(file => file.Kind == "one_off_hiring");
        var failed = hiring.Checks.Single(check => !check.Passed);
        (failed.Name, failed.Rule.PackId, failed.Rule.Key).ShouldBe(("recent_graduate.small_or_medium_firm", "D1", "entitlement.one_off_hiring"));
        hiring.Slots.ShouldBe(["one_off_hiring", "group_hiring_incentive"]);
        (hiring.Amount, hiring.AmountRule.PackId).ShouldBe((Money.Of(1000), "P43"));
    }

    /// <summary>400 to 4,000 yuan a graduate, 500 to 8,000 a head to firms (W62 §二(七)).</summary>
    [Fact]
    public void EveryAmountOfATrainingLiesWithinTheDocumentsRange()
    {
        foreach (var (kind, level, amount) in ((string, string, decimal)[])
            [("training", "specialised", 400), ("training", "senior_technician", 4000), ("apprenticeship", "specialised", 500), ("apprenticeship", "senior_technician", 8000)])
        {
            var file = Assessment.Claim(Training with { Kind = kind, Level = level }, Leaver, new(2023, 8, 10));
            (file.Amount.Amount, file.IsEntitled, file.IsPaidToFirm).ShouldBe((amount, true, kind == "apprenticeship"));
            file.Checks.Single(check => check.Name == "amount_within_range").Rule.Clause.ShouldBe("W62 §二(七)");
        }

        Assessment.Claim(Training with { Kind = "apprenticeship" }, Leaver with { LeftSchoolOn = new(2021, 7, 31) }, new(2023, 8, 10)).IsEntitled.ShouldBeFalse();
        Refused(Training with { Kind = "cooking" }).ShouldBe("subsidy.kind_unknown");
        Refused(Training with { Level = "master" }).ShouldBe("subsidy.level_unknown");
        Refused(Training with { Region = RegionCode.Parse("430102") }).ShouldBe("policy.parameter_missing");
    }

    private static string Refused(TrainingClaim claim) => Should.Throw<RuleViolation>(() => Assessment.Claim(claim, Leaver, new(2023, 8, 10))).Code;

    private static List<string> Entitled(InsuredJob job, LedgerFacts person) =>
        [.. Assessment.Match(job, person, null).Where(file => file.IsEntitled).Select(file => file.Kind)];
}
