using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Posts;

/// <summary>
/// Government and enterprise internships of the Sail plan (扬帆计划, G3 §三(三)5): for students at school, who are in no ledger. They are no
/// 就业见习: nobody applies for them here, no subsidy is paid; the unit reports how many students came.
/// </summary>
internal static class StudentPosts
{
    public static IReadOnlyList<PostEvent> Host(HostStudents command, PostState.Published post)
    {
        var terms = post.Terms;
        Require(Programmes.IsForStudents(terms.Programme), "post.not_for_students", "该岗位是就业见习岗位，不登记在校大学生实习。");
        Require(command.Students >= 1, "students.count_invalid", "实习人数至少为 1。");
        Require(command.From <= command.To && command.From <= command.Today, "students.period_invalid", "请在实习开始后登记起止日期。");
        Require(post.Students + command.Students <= terms.Openings, "post.full", "该岗位名额已满。");
        return [new StudentsHosted(terms.PostId, terms.UnitId, terms.Region, terms.Programme, command.Students, command.From, command.To)];
    }

    /// <exception cref="RuleViolation">The post is for students, who are placed by the Youth League and their colleges.</exception>
    public static void RequireEmployment(PostTerms terms) =>
        Require(!Programmes.IsForStudents(terms.Programme), "post.for_students", "该岗位面向在校大学生（扬帆计划），不受理就业见习申请。");

    private static void Require(bool holds, string code, string detail)
    {
        if (!holds)
        {
            throw new RuleViolation(code, detail);
        }
    }
}
