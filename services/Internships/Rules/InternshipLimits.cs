using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Rules;

/// <summary>What the policy pack lets a post or a placement be on a day.</summary>
/// <param name="Categories">Codes of the post categories (H9 §二(二)).</param>
/// <param name="LeastMonths">Shortest duration (H9 §三(三)).</param>
/// <param name="MostMonths">Longest duration (H9 §三(三)).</param>
internal sealed record InternshipLimits(IReadOnlyList<string> Categories, int LeastMonths, int MostMonths)
{
    /// <summary>Least living allowance a month (H9 §三(一); the amount is local).</summary>
    public Money LeastAllowance { get; init; } = Money.Zero;

    /// <summary>Codes of education levels that a post may ask for.</summary>
    public IReadOnlyList<string> Education { get; init; } = [];

    /// <summary>Programmes for students that are in force, and their durations in months (G3 §三(三)5).</summary>
    public IReadOnlyList<string> StudentProgrammes { get; init; } = [];

    /// <summary>Shortest and longest duration of a student's internship.</summary>
    public (int Least, int Most) StudentMonths { get; init; }

    /// <exception cref="RuleViolation">The duration is out of range.</exception>
    public void RequireMonths(int months)
    {
        if (months < LeastMonths || months > MostMonths)
        {
            throw new RuleViolation("internship.months_out_of_range", $"见习期限应为 {LeastMonths} 至 {MostMonths} 个月。");
        }
    }

    /// <exception cref="RuleViolation">The allowance is below the least.</exception>
    public void RequireAllowance(Money monthly)
    {
        if (monthly.Amount < LeastAllowance.Amount)
        {
            throw new RuleViolation("internship.allowance_too_low", $"每月基本生活补助不得低于 {LeastAllowance.Amount} 元。");
        }
    }
}
