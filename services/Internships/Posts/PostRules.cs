using YouthPlatform.EventStore;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Posts;

/// <summary>What a post has to say before anybody looks at it.</summary>
internal static class PostRules
{
    /// <exception cref="RuleViolation">Something is missing or out of the limits of the day.</exception>
    public static PostTerms Complete(PostTerms terms, InternshipLimits limits)
    {
        Require(!string.IsNullOrWhiteSpace(terms.Title), "post.title_missing", "请填写岗位名称。");
        Require(limits.Categories.Contains(terms.Category), "post.category_unknown", $"岗位类别应为以下之一：{string.Join('、', limits.Categories)}。");
        Require(terms.Openings >= 1, "post.openings_invalid", "岗位人数至少为 1。");
        RequireProgramme(terms, limits);
        var strange = terms.Demands.Education.Except(limits.Education).ToList();
        Require(strange.Count == 0, "post.education_unknown", $"学历代码不正确：{string.Join('、', strange)}。");
        return terms with
        {
            Title = terms.Title.Trim(),
            Description = Remarks.Trim(terms.Description),
            Address = Remarks.Trim(terms.Address),
            Demands = new(terms.Demands.Education, Words(terms.Demands.Majors), Words(terms.Demands.Skills)),
        };
    }

    public static PostPublished Published(PostTerms terms, bool isDemonstration, DateOnly today, IReadOnlyList<NamedCheck> checks) => new(
        terms.PostId, terms.UnitId, terms.Region, terms.Category, terms.Openings, isDemonstration, today, terms.Programme, checks);

    /// <summary>A 就业见习 keeps to H9; a student's internship of the Sail plan has its own durations and no least allowance (G3 §三(三)5).</summary>
    private static void RequireProgramme(PostTerms terms, InternshipLimits limits)
    {
        if (terms.Programme == Programmes.Employment)
        {
            limits.RequireMonths(terms.Months);
            Require(terms.MonthlyAllowance.Amount > 0, "post.allowance_missing", "请填写每月基本生活补助金额。");
            limits.RequireAllowance(terms.MonthlyAllowance);
            return;
        }

        Require(limits.StudentProgrammes.Contains(terms.Programme), "post.programme_unknown", "该岗位计划不存在或不在实施期内。");
        var (least, most) = limits.StudentMonths;
        Require(terms.Months >= least && terms.Months <= most, "post.student_months_out_of_range", $"在校大学生实习期限应为 {least} 至 {most} 个月。");
    }

    private static IReadOnlyList<string> Words(IEnumerable<string> words) =>
        [.. words.Where(word => !string.IsNullOrWhiteSpace(word)).Select(word => word.Trim()).Distinct()];

    private static void Require(bool holds, string code, string detail)
    {
        if (!holds)
        {
            throw new RuleViolation(code, detail);
        }
    }
}
