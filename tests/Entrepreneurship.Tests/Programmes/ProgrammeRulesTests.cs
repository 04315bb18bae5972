using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;
using static YouthPlatform.Entrepreneurship.Tests.Samples;

namespace YouthPlatform.Entrepreneurship.Tests.Programmes;

/// <summary>The three programmes of the documents come out of the packs.</summary>
public sealed class ProgrammeRulesTests
{
    [Theory]
    [InlineData("golden_bridge", "430000", 5_000, 20_000, ">= 0.50", "recommendation")]
    [InlineData("contest", "420100", 30_000, 500_000, ">= 0.00", "qualification")]
    [InlineData("startup_projects", "420000", 20_000, 100_000, ">= 0.00", "qualification")]
    public void TermsOfTheProgrammes(string programme, string region, int least, int most, string share, string firstStage)
    {
        var terms = PackRules.Terms(programme, RegionCode.Parse(region), new(2023, 6, 1));
        (terms.Award.Min, terms.Award.Max).ShouldBe((least, most));
        terms.SectorShare.ToString().ShouldBe(share);
        terms.Stages[0].Code.ShouldBe(firstStage);
        terms.Rubric.Sum(criterion => criterion.Points).ShouldBe(100);
        terms.Tranches.Sum(tranche => tranche.Share).ShouldBe(1);
        (terms.Award.Min % terms.AwardStep.Amount).ShouldBe(0);
        (terms.Budget.Amount % terms.AwardStep.Amount).ShouldBe(0);
    }

    [Fact]
    public void TheLeastGoldenBridgeAwardIsThatOfTheDocument() =>
        Terms.Award.Min.ShouldBe(Packs.Book.Amount("golden_bridge.grant_min", Hunan, Day).Value.Amount);

    [Fact]
    public void AProgrammeOfAnotherProvinceIsUnknown() =>
        Should.Throw<ApiException>(() => PackRules.Terms("golden_bridge", RegionCode.Parse("420000"), Day)).Code.ShouldBe("programme.unknown");

    /// <summary>G3 §三(三)3: class of 2023, graduates within two years, students at school.</summary>
    [Theory]
    [InlineData("2021-04-02", false)]
    [InlineData("2021-04-03", true)]
    [InlineData("2023-06-30", true)]
    public void GraduatesOfTwoYearsMayApply(string leftSchoolOn, bool isEligible) =>
        PackRules.Eligibility("golden_bridge", Changsha, new TeamMember(Id(2), Standing.Graduate, DateOnly.Parse(leftSchoolOn)), Day).Eligible.ShouldBe(isEligible);

    [Fact]
    public void AGraduateWhoseDayOfLeavingIsNotKnownIsNotEligible() =>
        PackRules.Eligibility("golden_bridge", Changsha, new TeamMember(Id(2), Standing.Graduate), Day).Eligible.ShouldBeFalse();
}
