using YouthPlatform.Internships.Posts;
using YouthPlatform.Policy;
using static YouthPlatform.Internships.Tests.Samples;
using Public = YouthPlatform.Contracts.Internships;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Internships.Posts.Post,
    YouthPlatform.Internships.Posts.PostState,
    YouthPlatform.Internships.Posts.PostCommand,
    YouthPlatform.Internships.Posts.PostEvent>;

namespace YouthPlatform.Internships.Tests.Posts;

/// <summary>Government and enterprise internships of the Sail plan (G3 §三(三)5): for students at school, no 就业见习.</summary>
public sealed class StudentPostTests
{
    private static readonly PostTerms Student = Terms with { Programme = "enterprise_internship", Months = 1, MonthlyAllowance = Money.Zero };
    private static readonly PostPublished Published = new(PostId, UnitId, Furong, "research", 2, false, Today, "enterprise_internship", []);
    private static readonly PostEvent[] Open = [new PostDrafted(Student, Today), Published];
    private static readonly StudentsHosted Hosted = new(PostId, UnitId, Furong, "enterprise_internship", 2, Today, Today.AddDays(30));

    [Fact]
    public void AStudentsPostHasItsOwnDurationsAndNoLeastAllowance()
    {
        Spec.Given().When(new DraftPost(Student, Limits, Today)).Then(new PostDrafted(Student, Today));
        Spec.Given().When(new DraftPost(Student with { Months = 3 }, Limits, Today)).ThenRejected("post.student_months_out_of_range");
        Spec.Given().When(new DraftPost(Student with { Programme = "west_plan" }, Limits, Today)).ThenRejected("post.programme_unknown");
        Spec.Given().When(new DraftPost(Student, Limits with { StudentProgrammes = [] }, Today)).ThenRejected("post.programme_unknown");
    }

    [Fact]
    public void StudentsAreCountedUpToTheOpenings()
    {
        Spec.Given(Open).When(new HostStudents(2, Today, Today.AddDays(30), Today)).Then(Hosted);
        Spec.Given([.. Open, Hosted]).When(new HostStudents(1, Today, Today, Today)).ThenRejected("post.full");
        Spec.Given(Open).When(new HostStudents(0, Today, Today, Today)).ThenRejected("students.count_invalid");
        Spec.Given(Open).When(new HostStudents(1, Today.AddDays(1), Today.AddDays(2), Today)).ThenRejected("students.period_invalid");
        Spec.Given(Open).When(new HostStudents(1, Today, Today.AddDays(-1), Today)).ThenRejected("students.period_invalid");
        Spec.Given(new PostDrafted(Terms, Today), Published).When(new HostStudents(1, Today, Today, Today)).ThenRejected("post.not_for_students");
    }

    [Fact]
    public void TheyCountForNoTargetOfInternships()
    {
        PublicUnits.Translate(Published).ShouldHaveSingleItem().Contract.ShouldBeOfType<Public.StudentPostPublished>();
        PublicUnits.Translate(Published with { Programme = Programmes.Employment }).ShouldHaveSingleItem().Contract.ShouldBeOfType<Public.PostPublished>();
        PublicUnits.Translate(new PostChanged(Student, ["title"], false, null, Today, [])).ShouldBeEmpty();
    }
}
