using YouthPlatform.EventStore;
using YouthPlatform.Internships.Matching;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Internships.Rules;

/// <summary>What the policy packs say of internships. A parameter that no pack sets is a refusal that names it.</summary>
internal sealed class InternshipRules(PolicyData policy, ReviewClock clock)
{
    private const string UnitReviewDays = "internship.unit_review_days";
    private const string PersonReviewDays = "internship.person_review_days";
    private const string Duration = "internship.duration_months";
    private const string PostCategories = "internship.post_categories";
    private const string LeastAllowance = "internship.allowance_min";
    private const string EducationLevels = "person.education_levels";
    private const string ReturnReasons = "review.return_codes";
    private const string UnitHonours = "internship.unit_honours";
    private const string FreePostChanges = "internship.post_free_changes";
    private const string DemonstrationShareKey = "internship.demonstration_share";
    private const string MatchingKinds = "internship.matching_event_kinds";
    private const string MatchingEvents = "internship.matching_events_per_quarter";
    private const string StudentProgrammes = "sail_plan.programmes";
    private const string StudentDuration = "sail_plan.duration_months";
    private const string RegisteredUnemployed = "registered_unemployed";
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
        var education = policy.Book.List(EducationLevels, region, today).Value.Items.Select(item => item.Code);
        return new InternshipLimits([.. categories], (int)months.Min, (int)months.Max)
        {
            LeastAllowance = policy.Book.Amount(LeastAllowance, region, today).Value,
            Education = [.. education],
            StudentProgrammes = InForce(StudentProgrammes, region, today),
            StudentMonths = StudentMonthsOn(region, today),
        };
    });

    /// <summary>Why a field of a submission may be returned.</summary>
    public CategoryList ReturnCodes(RegionCode region, DateOnly today) => Named(() => policy.Book.List(ReturnReasons, region, today).Value);

    /// <summary>Statuses that a host unit can be given (H9 §四(三), W62 §二(八)).</summary>
    public Rule<CategoryList> Honours(RegionCode region, DateOnly today) => Named(() => policy.Book.List(UnitHonours, region, today));

    /// <summary>Kinds of changes of a published post that need no review.</summary>
    public Rule<CategoryList> FreeChanges(RegionCode region, DateOnly today) => Named(() => policy.Book.List(FreePostChanges, region, today));

    /// <summary>Share of demonstration posts that a region owes (H9 §二(二)).</summary>
    public Rule<Threshold> DemonstrationShare(RegionCode region, DateOnly today) =>
        Named(() => policy.Book.Threshold(DemonstrationShareKey, region, today));

    /// <summary>Kinds of matching events (H9 §二(三)).</summary>
    public Rule<CategoryList> MatchingEventKinds(RegionCode region, DateOnly today) => Named(() => policy.Book.List(MatchingKinds, region, today));

    /// <summary>Matching events that a region owes a quarter (H9 §二(三)).</summary>
    public Rule<int> MatchingEventsAQuarter(RegionCode region, DateOnly day) => Named(() => policy.Book.WholeNumber(MatchingEvents, region, day));

    /// <summary>Who may intern (H9 §二(一)), judged by the region that the post is in.</summary>
    public EligibilityResult Eligibility(RegionCode region, DateOnly today, PersonState.Known person) => Named(() =>
    {
        var facts = person.Facts;
        var unemployment = person.Record.UnemployedOn(today);
        return policy.Book.Evaluate(EligibilityKey, region, today, new EligibilityFacts
        {
            LeftSchoolOn = facts.LeftSchoolOn,
            Education = facts.EducationLevel,
            Age = unemployment is not null ? new AgeAssertion(unemployment.Age, unemployment.RegisteredOn)
                : facts.AgeOnEntry is { } age ? new AgeAssertion(age, facts.EntryOpenedOn)
                : null,
            Flags = facts.HardshipCategories.Append(facts.Source).Concat(unemployment is null ? [] : [RegisteredUnemployed]).ToHashSet(),
        });
    });

    /// <summary>Where an open review stands today, and who is to decide.</summary>
    public ReviewStanding Standing(DateOnly dueOn, RegionCode region, DateOnly today) => Named(() => clock.Standing(dueOn, region, today));

    /// <summary>Reviews due up to this day are reminded of today.</summary>
    public DateOnly RemindedUpTo(RegionCode region, DateOnly today) => Named(() => clock.RemindedUpTo(region, today));

    /// <summary>Asks that the caller may decide on a file today: an official between the file and the level that its review is with.</summary>
    /// <exception cref="ForbiddenException">The file lies elsewhere, or its review has not come to the caller's level.</exception>
    public void RequireDecider(Caller caller, RegionCode region, DateOnly dueOn, DateOnly today)
    {
        caller.RequireRegion(region);
        if (!Standing(dueOn, region, today).MayDecide(region, caller.Regions))
        {
            throw new ForbiddenException("auth.review_not_escalated", $"该事项的审核期限为 {dueOn:yyyy-MM-dd}，逾期后方移交上级审核。");
        }
    }

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

    /// <summary>A programme that no pack has in force on the day is no error: there is none.</summary>
    private IReadOnlyList<string> InForce(string key, RegionCode region, DateOnly today)
    {
        var isInForce = policy.Book.Packs.SelectMany(pack => pack.Rules).Any(rule => rule.Key == key && rule.Holds(region, today));
        return isInForce ? [.. policy.Book.List(key, region, today).Value.Items.Select(item => item.Code)] : [];
    }

    private (int Least, int Most) StudentMonthsOn(RegionCode region, DateOnly today)
    {
        var months = policy.Book.Range(StudentDuration, region, today).Value;
        return ((int)months.Min, (int)months.Max);
    }

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
