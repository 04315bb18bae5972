using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Rules;

/// <summary>What the policy pack lets a post or a placement be on a day.</summary>
/// <param name="Categories">Codes of the post categories (H9 §二(二)).</param>
/// <param name="LeastMonths">Shortest duration (H9 §三(三)).</param>
/// <param name="MostMonths">Longest duration (H9 §三(三)).</param>
internal sealed record InternshipLimits(IReadOnlyList<string> Categories, int LeastMonths, int MostMonths)
{
    /// <exception cref="RuleViolation">The duration is out of range.</exception>
    public void RequireMonths(int months)
    {
        if (months < LeastMonths || months > MostMonths)
        {
            throw new RuleViolation("internship.months_out_of_range", $"见习期限应为 {LeastMonths} 至 {MostMonths} 个月。");
        }
    }
}
