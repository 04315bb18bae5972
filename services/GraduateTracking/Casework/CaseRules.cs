using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Casework;

/// <summary>What the policy packs say of casework in a county. A parameter that no pack sets is a refusal that names it.</summary>
internal sealed class CaseRules(PolicyData policy)
{
    public Regions Regions => policy.Regions;

    public Rule<CategoryList> List(string key, string region, DateOnly day) => Named(() => policy.Book.List(key, RegionCode.Parse(region), day));

    public Rule<int> Whole(string key, string region, DateOnly day) => Named(() => policy.Book.WholeNumber(key, RegionCode.Parse(region), day));

    public Rule<NumberRange> Range(string key, string region, DateOnly day) => Named(() => policy.Book.Range(key, RegionCode.Parse(region), day));

    public Rule<Money> Amount(string key, string region, DateOnly day) => Named(() => policy.Book.Amount(key, RegionCode.Parse(region), day));

    public EligibilityResult Evaluate(string key, string region, DateOnly day, EligibilityFacts facts) =>
        Named(() => policy.Book.Evaluate(key, RegionCode.Parse(region), day, facts));

    /// <summary>The target of a year in the region or above it; null where none is set.</summary>
    public Target? TargetOf(string indicator, string region, int year) => policy.Book.Targets
        .Where(target => target.Indicator == indicator && target.Year == year && target.Version.Jurisdiction.Covers(RegionCode.Parse(region)))
        .MaxBy(target => target.Version.Jurisdiction.Prefix.Length);

    /// <summary>The category of a code on a list.</summary>
    /// <exception cref="RuleViolation">The list lacks it; the refusal names what the list has.</exception>
    public Category Require(string key, string code, string region, DateOnly day, string problem)
    {
        var list = List(key, region, day).Value;
        return list.TryGet(code, out var category) ? category : throw CodeLists.Unknown(problem, list);
    }

    private static T Named<T>(Func<T> lookup)
    {
        try
        {
            return lookup();
        }
        catch (PolicyParameterMissingException missing)
        {
            throw new RuleViolation("policy.parameter_missing", $"政策库中没有适用的规定：{missing.Message}");
        }
    }
}
