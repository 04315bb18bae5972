using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Inspections;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Rules;

/// <summary>What the policy packs say of the subsidy. A parameter that no pack sets is a refusal that names it.</summary>
internal sealed class SubsidyRules(PolicyData policy)
{
    private readonly PolicyBook _book = policy.Book;

    /// <summary>The local monthly rate on a day.</summary>
    public Rule<Money> MonthlyRate(RegionCode region, DateOnly date) =>
        InternshipRules.Named(() => _book.Amount("internship.base_subsidy_monthly", region, date));

    /// <summary>What a line is judged by.</summary>
    public LineRules Line(RegionCode region, DateOnly today) => InternshipRules.Named(() => new LineRules(
        _book.List("internship.claim_checks", region, today),
        _book.Threshold("internship.attendance_share", region, today),
        _book.Range("internship.duration_months", region, today),
        _book.Date("internship.early_hire_subsidy_until", region, today),
        _book.Choice("internship.part_month", region, today)));

    /// <summary>Which checks may be passed over, and for how long.</summary>
    public OverrideRules Overrides(RegionCode region, DateOnly today) => InternshipRules.Named(() => new OverrideRules(
        _book.List("internship.claim_checks", region, today), _book.WholeNumber("internship.override_days", region, today)));

    /// <summary>The difference and the reward that a region's packs provide for; null for one that they do not.</summary>
    public SettlementRules Settlement(RegionCode region, DateOnly date)
    {
        var difference = _book.IfSet("internship.retention_threshold", region, date, _book.Threshold);
        var reward = _book.IfSet("internship.retention_reward_threshold", region, date, _book.Threshold);
        return new(
            InternshipRules.Named(() => _book.WholeNumber("internship.retention_hire_window_days", region, date)),
            difference,
            difference is null ? null : month => Difference(region, month),
            reward,
            reward is null ? null : InternshipRules.Named(() => _book.Amount("internship.retention_reward", region, date)));
    }

    /// <summary>How files are drawn for inspection.</summary>
    public SampleRules Sample(RegionCode region, DateOnly today) => InternshipRules.Named(() => new SampleRules(
        _book.Number("internship.inspection_share", region, today), _book.Range("internship.inspection_files", region, today)));

    /// <summary>Last day on which a unit may reply to findings.</summary>
    public (DateOnly DueOn, RuleVersion Rule) ReplyDue(RegionCode region, DateOnly today) => InternshipRules.Named(() =>
    {
        var days = _book.WholeNumber("internship.inspection_reply_days", region, today);
        return (policy.Calendar.AddWorkingDays(today, days.Value), days.Version);
    });

    /// <summary>Kinds of fraud that findings name (H9 §四(二)).</summary>
    public Rule<CategoryList> FraudKinds(RegionCode region, DateOnly today) =>
        InternshipRules.Named(() => _book.List("internship.fraud_kinds", region, today));

    /// <summary>120 % of the minimum wage less the base rate, rounded to fen, never below zero (H9 §三(一)).</summary>
    private Rule<Money> Difference(RegionCode region, DateOnly date) => InternshipRules.Named(() =>
    {
        var factor = _book.Number("internship.retention_uplift_factor", region, date);
        var raised = _book.MinimumWage(region, date).Value.Multiply(factor.Value, MoneyRounding.HalfUpToFen);
        var difference = raised - _book.Amount("internship.base_subsidy_monthly", region, date).Value;
        return new Rule<Money>(Money.Max(Money.Zero, difference), factor.Version, factor.Unit);
    });
}
