using YouthPlatform.EventStore;
using YouthPlatform.Internships.Matching;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Rules;

/// <summary>What the policy packs say of internships. A parameter that no pack sets is a refusal that names it.</summary>
internal sealed class InternshipRules(PolicyData policy, ReviewClock clock)
{
    private const string UnitReviewDays = "internship.unit_review_days";
    private const string PersonReviewDays = "internship.person_review_days";
    private const string Duration = "internship.duration_months";
    private const string PostCategories = "internship.post_categories";
    private const string EligibilityKey = "internship.eligibility";
    private const string AllowanceChannelsKey = "internship.allowance_channels";
    private const string Weight = "internship.match_points_";
    private const string EvidenceKindsKey = "internship.evidence_kinds";
    private const string TurnDownReasonsKey = "internship.turn_down_reasons";
    private const string EarlyEndReasons = "internship.early_end_reasons";
    private const string EarlyHireMonths = "internship.early_hire_contract_months";
    private const string RetentionWindow = "internship.retention_hire_window_days";
    private const string InsuranceWindow = "employment.insurance_within_days";

    /// <summary>Reads a county that is on file.</summary>
    /// <exception cref="ApiException">400 for anything else.</exception>
    public RegionCode County(string text) =>
        RegionCode.TryParse(text, out var code) && code.Level == RegionLevel.County && policy.Regions.Find(code) is not null
            ? code
            : throw ApiException.BadRequest("region.unknown", "请填写六位县（市、区）行政区划代码。");

    public ReviewDeadline UnitReview(RegionCode region, DateOnly today) => Deadline(UnitReviewDays, region, today);

    public ReviewDeadline PersonReview(RegionCode region, DateOnly today) => Deadline(PersonReviewDays, region, today);

    public InternshipLimits Limits(RegionCode region, DateOnly today) => Named(() =>
    {
        var months = policy.Book.Range(Duration, region, today).Value;
        var categories = policy.Book.List(PostCategories, region, today).Value.Items.Select(item => item.Code);
        return new InternshipLimits([.. categories], (int)months.Min, (int)months.Max);
    });

    /// <summary>Who may intern (H9 §二(一)), judged by the region that the post is in.</summary>
    public EligibilityResult Eligibility(RegionCode region, DateOnly today, PersonFacts person) => Named(() =>
        policy.Book.Evaluate(EligibilityKey, region, today, new EligibilityFacts
        {
            LeftSchoolOn = person.LeftSchoolOn,
            Education = person.EducationLevel,
            Age = person.AgeOnEntry is { } age ? new AgeAssertion(age, person.EntryOpenedOn) : null,
            Flags = person.HardshipCategories.Append(person.Source).ToHashSet(),
        }));

    /// <summary>Where an open review stands today, and who is to decide.</summary>
    public ReviewStanding Standing(ReviewDeadline deadline, RegionCode region, DateOnly today) =>
        Named(() => clock.Standing(deadline.DueOn, region, today));

    /// <summary>Evidence by which a reviewer confirms what the platform does not know.</summary>
    public CategoryList EvidenceKinds(RegionCode region, DateOnly today) => Named(() => policy.Book.List(EvidenceKindsKey, region, today).Value);

    /// <summary>Why a unit does not take an applicant (H9 §二(四): its uptake is fed back).</summary>
    public CategoryList TurnDownReasons(RegionCode region, DateOnly today) => Named(() => policy.Book.List(TurnDownReasonsKey, region, today).Value);

    /// <summary>Reasons for an early end; a flag marks those after which follow-up help is asked for (H9 §二(六)).</summary>
    public CategoryList EndReasons(RegionCode region, DateOnly today) => Named(() => policy.Book.List(EarlyEndReasons, region, today).Value);

    /// <summary>What an employment after an internship is judged by (H9 §二(六)).</summary>
    public EmploymentRules Employment(RegionCode region, DateOnly today) => Named(() => new EmploymentRules(
        policy.Book.WholeNumber(RetentionWindow, region, today), policy.Book.WholeNumber(InsuranceWindow, region, today)));

    /// <summary>Least months of a contract by which an early hire keeps the subsidy running (H9 §三(一)).</summary>
    public Rule<int> EarlyHireContract(RegionCode region, DateOnly today) => Named(() => policy.Book.WholeNumber(EarlyHireMonths, region, today));

    /// <summary>Working days from one day to another, both included.</summary>
    public int WorkingDays(DateOnly from, DateOnly to) => Named(() => policy.Calendar.WorkingDaysBetween(from.AddDays(-1), to));

    /// <summary>Reads a region that is on file, of any level.</summary>
    /// <exception cref="ApiException">400 for anything else.</exception>
    public RegionCode RegionOnFile(string text) =>
        RegionCode.TryParse(text, out var code) && policy.Regions.Find(code) is not null
            ? code
            : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");

    /// <summary>Points by which posts and people are ranked for each other.</summary>
    public MatchWeights Weights(RegionCode region, DateOnly today) => Named(() =>
    {
        int Of(string part) => policy.Book.WholeNumber(Weight + part, region, today).Value;
        return new MatchWeights(Of("region"), Of("category"), Of("allowance"), Of("major"), Of("demonstration"));
    });

    /// <summary>Ways of paying the living allowance (H9 §三(一)).</summary>
    public IReadOnlyList<string> AllowanceChannels(RegionCode region, DateOnly today) =>
        [.. AllowanceChannelList(region, today).Items.Select(item => item.Code)];

    /// <summary>The same with their names.</summary>
    public CategoryList AllowanceChannelList(RegionCode region, DateOnly today) =>
        Named(() => policy.Book.List(AllowanceChannelsKey, region, today).Value);

    private ReviewDeadline Deadline(string key, RegionCode region, DateOnly today) => Named(() => clock.Start(key, region, today));

    internal static T Named<T>(Func<T> lookup)
    {
        try
        {
            return lookup();
        }
        catch (PolicyParameterMissingException missing)
        {
            throw new RuleViolation("policy.parameter_missing", $"政策库中没有适用的规定：{missing.Message}");
        }
        catch (CalendarMissingException missing)
        {
            throw new RuleViolation("policy.calendar_missing", $"工作日历未收录该日期：{missing.Message}");
        }
    }
}
