using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.MatchingEvents;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Preferences;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Tests;

/// <summary>Invented files that the specs share.</summary>
internal static class Samples
{
    public static readonly Guid UnitId = Id(1);
    public static readonly Guid PostId = Id(2);
    public static readonly Guid PersonId = Id(3);
    public static readonly Guid TheApplicationId = Id(4);
    public static readonly Guid PlacementId = Id(5);
    public static readonly Guid ClaimId = Id(6);
    public static readonly Guid MentorId = Id(8);

    public static readonly DateOnly Today = new(2023, 8, 1);
    public static readonly RegionCode Furong = RegionCode.Parse("430102");
    public static readonly Money Allowance = Money.Of(1800);
    public static readonly Money BaseRate = Money.Of(1500);

    public static readonly RuleVersion ReviewRule = new(
        "H9", "internship.unit_review_days", RegionCode.Parse("43"), new(2023, 7, 25), new(2026, 7, 24), "H9 §二(四)", null);

    public static readonly RuleVersion RateRule = new(
        "P43", "internship.base_subsidy_monthly", RegionCode.Parse("4301"), new(2023, 1, 1), null, null, "demonstration");

    public static readonly ReviewDeadline Review = new(Today, new(2023, 8, 8), ReviewRule);

    public static readonly InternshipLimits Limits = new(["research", "technical", "management", "community_service"], 3, 12)
    {
        LeastAllowance = Money.Of(1200), Education = ["bachelor", "master"],
        StudentProgrammes = ["government_internship", "enterprise_internship"], StudentMonths = (1, 2),
    };

    public static readonly PostTerms Terms = new(PostId, UnitId, Furong, "研发助理", "research", 2, 6, Allowance);

    public static readonly BankAccount Account = new("示例银行长沙分行", "长沙示例科技有限公司", "430000000001");

    public static readonly HostUnitContent Content = new("长沙示例科技有限公司", CreditCode.Create(Furong, 1), Furong, null, null, [Terms]);

    public static readonly HostUnitFile Unit = new(UnitId, Content, ReviewRound.First("unit-1", FrozenContent.Of(Content), Review));

    public static readonly MatchingEventPlan Event = new(Id(30), Furong, "见习专场对接会", "campus", new(2023, 9, 8), "示例大学体育馆");

    public static readonly CategoryList ReturnCodes = new([new("unclear", "不清晰"), new("missing", "缺失")]);

    public static readonly FieldReturn UnclearName = new("/name", "unclear", "请写执照上的全称");

    public static readonly PersonFacts Facts = new(
        PersonId, Furong, "bachelor", new(2023, 6, 30), ["disabled"], "education_roster", new(2023, 7, 31), 22);

    public static readonly NamedCheck PassedCheck = new(
        "unemployed_leaver.within_two_years", true, new Dictionary<string, string> { ["leftSchoolOn"] = "2023-06-30" }, ReviewRule);

    public static readonly ApplicationFile TheApplication = new(
        TheApplicationId, PersonId, PostId, UnitId, Furong, true, [PassedCheck], "person-1", Review);

    public static readonly PlacementAgreement Agreement = new(
        PlacementId, TheApplicationId, PersonId, UnitId, PostId, Furong, new(2023, 8, 7), new(2024, 2, 6), 6, Allowance, 1);

    public static readonly Mentor TheMentor = new(MentorId, "研发主管");

    public static readonly Insurance TheInsurance = new("PA-2023-0001", new(2023, 8, 1), new(2024, 3, 31));

    public static readonly ClaimLine Line = LineOf(1, PersonId);

    public static readonly ClaimFile TheClaim = new(
        ClaimId, UnitId, Unit.CreditCode.Value, Furong, new YearMonth(2023, 9), [Line], "unit-1", new(2023, 9, 6));

    public static ClaimLine LineOf(int line, Guid person, bool passed = true) => new(
        line,
        Id(50 + line),
        person,
        SubsidyKinds.Monthly,
        new YearMonth(2023, 9),
        new(2023, 8, 7),
        new(2023, 9, 6),
        BaseRate,
        RateRule,
        [new NamedCheck("allowance.paid", passed, new Dictionary<string, string> { ["paid"] = "1800.00", ["agreed"] = "1800.00" }, RateRule)]);

    public static readonly InternshipMonth FirstMonth = new(1, new YearMonth(2023, 9), new(2023, 8, 7), new(2023, 9, 6), true);

    public static readonly AllowancePayment Payment = new("A-1", Allowance, "bank_card", new(2023, 9, 6));

    public static readonly Wishes TheWishes = new(PersonId, [Furong], ["research"], Money.Of(2000), ["软件工程"]);

    public static readonly EmploymentContract Contract = new(new(2024, 2, 6), new(2024, 2, 7), null, new(2024, 2, 7));

    public static readonly Rule<int> EarlyHireMonths = Days("H9", "internship.early_hire_contract_months", 12);

    public static readonly EmploymentRules HireRules = new(
        Days("D1", "internship.retention_hire_window_days", 30), Days("D1", "employment.insurance_within_days", 30));

    public static readonly CategoryList EndReasons = new(
        [new Category("employed_elsewhere", "另行就业"), new Category("personal", "个人原因", [EndRules.NeedsFollowUp])]);

    public static readonly NamedCheck UnknownAge = new(
        "registered_unemployed_youth.age", false, new Dictionary<string, string> { ["age"] = "24-25" }, ReviewRule) { IsUnknown = true };

    public static readonly CategoryList Evidence = new([new Category("identity_card", "居民身份证")]);

    public static readonly CategoryList TurnDownReasons = new([new Category("not_matching", "与岗位要求不符")]);

    public static Signature Signature(Party party) => Signature(party, Agreement);

    public static Signature Signature(Party party, PlacementAgreement agreement) => new(
        party, agreement.Version, agreement.ContentHash(), party == Party.Unit ? "unit-1" : "person-1", new(2023, 8, 2, 1, 0, 0, TimeSpan.Zero));

    /// <summary>All that a placement needs before it starts.</summary>
    public static IReadOnlyList<PlacementEvent> ReadyPlacement() =>
    [
        new PlacementArranged(Agreement, "unit-1", Today),
        new MentorAssigned(PlacementId, TheMentor),
        new InsuranceRegistered(PlacementId, TheInsurance),
        new AgreementSigned(PlacementId, Signature(Party.Unit)),
        new AgreementSigned(PlacementId, Signature(Party.Intern)),
    ];

    public static InternshipStarted Started() =>
        new(PlacementId, PersonId, UnitId, PostId, Furong, Agreement.StartsOn, Agreement.EndsOn);

    public static Guid Id(int number) => new(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    private static Rule<int> Days(string pack, string key, int value) =>
        new(value, new RuleVersion(pack, key, RegionCode.China, new(2023, 1, 1), null, null, "decision"), null);
}
