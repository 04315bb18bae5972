using System.Text.Json;

namespace YouthPlatform.Policy.Tests;

public sealed class EligibilityTests
{
    private static readonly RegionCode Yuelu = RegionCode.Parse("430104");
    private static readonly RegionCode Yongshun = RegionCode.Parse("433127");
    private static readonly DateOnly Applied = new(2023, 9, 1);

    private static EligibilityFacts Graduate(string leftSchoolOn) =>
        new() { BirthDate = new(1998, 3, 1), LeftSchoolOn = DateOnly.Parse(leftSchoolOn), Education = "bachelor" };

    [Theory]
    [InlineData("2021-09-01", true)]
    [InlineData("2021-08-31", false)]
    [InlineData("2023-09-01", true)]
    [InlineData("2023-09-02", false)]
    public void A_leaver_without_a_job_is_eligible_for_two_years_to_the_day(string leftSchoolOn, bool eligible)
    {
        var result = Internship(Yuelu, Graduate(leftSchoolOn));

        result.Eligible.ShouldBe(eligible);
        result.Path.ShouldBe(eligible ? "unemployed_leaver" : null);
        result.Rule.Clause.ShouldBe("H9 §二(一)");
    }

    [Theory]
    [InlineData("2007-09-01", 16, true)]
    [InlineData("2007-09-02", 15, false)]
    [InlineData("1998-09-02", 24, true)]
    [InlineData("1998-09-01", 25, false)]
    public void Registered_unemployed_are_eligible_from_16_to_24(string born, int age, bool eligible)
    {
        var result = Internship(Yuelu, new() { BirthDate = DateOnly.Parse(born), Flags = new HashSet<string> { "registered_unemployed" } });

        result.Eligible.ShouldBe(eligible);
        var check = result.Checks.Single(check => check.Name == "registered_unemployed_youth.age");
        check.Passed.ShouldBe(eligible);
        string.Join(' ', check.Facts.Select(fact => $"{fact.Key}={fact.Value}")).ShouldBe($"age={age} appliedOn=2023-09-01 allowed=16-24");
    }

    [Fact]
    public void Secondary_vocational_graduates_are_eligible_in_listed_areas_only()
    {
        var facts = Graduate("2023-06-30") with { Education = "secondary_vocational" };

        Internship(Yongshun, facts).Path.ShouldBe("secondary_vocational_leaver");
        var refused = Internship(Yuelu, facts);
        refused.Eligible.ShouldBeFalse();
        var area = refused.Checks.Single(check => check.Name == "secondary_vocational_leaver.listed_area");
        area.Passed.ShouldBeFalse();
        area.Rule.Key.ShouldBe("internship.secondary_vocational_areas");
    }

    [Fact]
    public void Who_has_a_job_is_not_eligible_and_is_told_every_check()
    {
        var result = Internship(Yuelu, Graduate("2023-06-30") with { Flags = new HashSet<string> { "employed" } });

        result.Eligible.ShouldBeFalse();
        result.Checks.Count.ShouldBe(9);
        result.Checks.Where(check => check.Passed).Select(check => check.Name).ShouldBe(
            ["unemployed_leaver.education", "unemployed_leaver.within_two_years", "secondary_vocational_leaver.within_two_years"]);
    }

    [Fact]
    public void What_is_not_known_passes_no_check()
    {
        var result = Internship(Yuelu, new());

        result.Eligible.ShouldBeFalse();
        result.Checks.Single(check => check.Name == "unemployed_leaver.within_two_years").Facts["leftSchoolOn"].ShouldBe("unknown");
    }

    [Fact]
    public void Checks_survive_storage_and_hold_no_birth_date()
    {
        var checks = Internship(Yuelu, Graduate("2023-06-30")).Checks;
        var json = JsonSerializer.Serialize(checks, JsonSerializerOptions.Web);

        JsonSerializer.Deserialize<IReadOnlyList<NamedCheck>>(json, JsonSerializerOptions.Web).ShouldBe(checks);
        json.ShouldNotContain("1998-03-01");
        (checks[0] with { Passed = false }).ShouldNotBe(checks[0]);
    }

    [Theory]
    [InlineData("2023-06-30", "", "class_of_2023")]
    [InlineData("2022-06-30", "", "recent_graduate")]
    [InlineData("2021-06-30", "", null)]
    [InlineData("2026-06-30", "at_school", "student")]
    public void Golden_Bridge_projects_come_from_students_and_recent_graduates(string leftSchoolOn, string flag, string? path) =>
        Files.Data.Book.Evaluate("golden_bridge.project_eligibility", RegionCode.Parse("430000"), Applied, new()
        {
            LeftSchoolOn = DateOnly.Parse(leftSchoolOn),
            Flags = flag.Split(' ').ToHashSet(),
        }).Path.ShouldBe(path);

    [Theory]
    [InlineData("2023-06-30", "low_income_family", "class_of_2023")]
    [InlineData("2022-06-30", "low_income_family", "class_of_2022_unemployed")]
    [InlineData("2022-06-30", "low_income_family employed", null)]
    [InlineData("2023-06-30", "low_income_family double_first_class_college", null)]
    [InlineData("2023-06-30", "", null)]
    public void Pairing_is_for_low_income_families_at_other_colleges(string leftSchoolOn, string flags, string? path) =>
        Files.Data.Book.Evaluate("pairing.eligibility", RegionCode.Parse("430000"), Applied, new()
        {
            LeftSchoolOn = DateOnly.Parse(leftSchoolOn),
            Flags = flags.Split(' ').ToHashSet(),
        }).Path.ShouldBe(path);

    private static EligibilityResult Internship(RegionCode region, EligibilityFacts facts) =>
        Files.Data.Book.Evaluate("internship.eligibility", region, Applied, facts);
}
