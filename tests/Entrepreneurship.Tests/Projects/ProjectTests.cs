using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Projects.Project,
    YouthPlatform.Entrepreneurship.Projects.ProjectState,
    YouthPlatform.Entrepreneurship.Projects.ProjectCommand,
    YouthPlatform.Entrepreneurship.Projects.ProjectEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Projects;

public sealed class ProjectTests
{
    private static readonly DocumentLimits Limits = PackRules.Documents(Changsha, Day);
    private static readonly FieldReturn Unclear = new("/content/summary", "unclear", "请说明技术路线");
    private static readonly ProjectEvent Drafted = new ProjectDrafted(TheProject, Leader, Day);
    private static readonly ProjectEvent Submitted = new ProjectSubmitted(TheProject, Eligible, Round, []);
    private static readonly ProjectEvent Returned = new ProjectReturned(Id(1), [Unclear], College, Day);
    private static readonly ProjectEvent Accepted = new ProjectAccepted(Id(1), Call, Changsha, "rural_revitalisation", true, [Passed], College, Day);
    private static readonly ProjectCommand Submit = new SubmitProject(Asked, Eligible, Deadline, Leader, Day);
    private static readonly ProjectCommand Accept = new AcceptProject(true, College, Day);

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<Project, ProjectState, ProjectCommand, ProjectEvent>(
        "project",
        [
            new DraftProject(TheProject, Asked, Leader, Day),
            new ReviseProject(Content, Asked, Leader, Day),
            new AddDocument(Document, Limits, Leader, Day),
            new RemoveDocument(Document.DocumentId, Leader, Day),
            Submit,
            new ReturnProject([Unclear], PackRules.ReturnCodes(Changsha, Day), College, Day),
            Accept,
            new RefuseProject("不属创业项目", College, Day),
            new WithdrawProject("另有安排", Day),
            new GrantProject(TenThousand, Approver, Day),
            new PassOverProject("constrained", Day),
        ],
        new Dictionary<string, IReadOnlyList<ProjectEvent>>
        {
            ["unknown"] = [],
            ["draft"] = [Drafted],
            ["submitted"] = [Drafted, Submitted],
            ["returned"] = [Drafted, Submitted, Returned, new DocumentAdded(Id(1), Document, Leader, Day)],
            ["accepted"] = [Drafted, Submitted, Accepted],
            ["refused"] = [Drafted, Submitted, new ProjectRefused(Id(1), "x", College, Day)],
            ["withdrawn"] = [Drafted, new ProjectWithdrawn(Id(1), "x", Day)],
            ["granted"] = [Drafted, Submitted, Accepted, new ProjectGranted(Id(1), Call, Changsha, "other", TenThousand, Approver, Day)],
            ["not selected"] = [Drafted, Submitted, Accepted, new ProjectNotSelected(Id(1), "constrained", Day)],
        });

    [Theory]
    [InlineData("4000.00", false)]
    [InlineData("5000.00", true)]
    [InlineData("5500.00", false)]
    [InlineData("20000.00", true)]
    [InlineData("21000.00", false)]
    public void GivenTheAwardRangeAndStep_WhenDrafted_ThenOnlyAwardsOfIt(string amount, bool isAllowed)
    {
        var outcome = Spec.Given().When(new DraftProject(TheProject with { Content = Content with { Amount = Money.Parse(amount) } }, Asked, Leader, Day));
        if (isAllowed)
        {
            outcome.Events.ShouldHaveSingleItem();
        }
        else
        {
            outcome.ThenRejected("project.amount_invalid");
        }
    }

    [Fact]
    public void GivenTheWindowIsOver_WhenSubmitted_ThenRejected()
    {
        Spec.Given(Drafted).When((SubmitProject)Submit with { Today = Terms.ClosesOn }).Events.ShouldHaveSingleItem();
        Spec.Given(Drafted).When((SubmitProject)Submit with { Today = Terms.ClosesOn.AddDays(1) }).ThenRejected("programme.window_over");
        Spec.Given(Drafted).When((SubmitProject)Submit with { Today = Terms.OpensOn.AddDays(-1) }).ThenRejected("programme.window_over");
    }

    [Fact]
    public void GivenAnIneligibleLeader_WhenSubmitted_ThenRejectedByTheNamesOfTheChecks()
    {
        var refused = PackRules.Eligibility("golden_bridge", Changsha, new TeamMember(Id(2), Standing.Graduate, new(2019, 6, 30)), Day);
        Spec.Given(Drafted).When((SubmitProject)Submit with { Eligibility = refused }).Violation.Detail.ShouldContain("within_two_years");
    }

    [Fact]
    public void GivenTheSubmitter_WhenItAccepts_ThenRejected() =>
        Spec.Given(Drafted, Submitted).When(new AcceptProject(true, Leader, Day)).ThenRejected("four_eyes.same_person");

    [Fact]
    public void GivenReturnedFields_WhenNothingWasCorrected_ThenRejectedAndElseMarked()
    {
        Spec.Given(Drafted, Submitted, Returned).When(Submit).ThenRejected("review.nothing_corrected");
        var corrected = new ProjectRevised(Id(1), Content with { Summary = "改用低功耗传感器" }, Leader, Day);
        var submitted = Spec.Given(Drafted, Submitted, Returned, corrected).When(Submit).Events.ShouldHaveSingleItem().ShouldBeOfType<ProjectSubmitted>();
        submitted.Round.Number.ShouldBe(2);
        submitted.Corrections.ShouldHaveSingleItem().Changed.ShouldBeTrue();
    }

    [Fact]
    public void GivenAnAcceptance_WhenItIsLate_ThenTheCheckSaysSo()
    {
        var late = Spec.Given(Drafted, Submitted).When(new AcceptProject(true, College, Deadline.DueOn.AddDays(1)))
            .Events.ShouldHaveSingleItem().ShouldBeOfType<ProjectAccepted>();
        late.Checks.Single(check => check.Name == "review.in_time").Passed.ShouldBeFalse();
        late.Checks.ShouldContain(check => check.Name == "student.at_school" && check.Rule.Clause == "G3 §三(三)3");
    }

    [Theory]
    [InlineData("text/html", 1200, "document.type_forbidden")]
    [InlineData("application/pdf", 0, "document.size_forbidden")]
    [InlineData("application/pdf", 5_242_881, "document.size_forbidden")]
    public void GivenADocument_WhenTypeOrSizeIsForbidden_ThenRejected(string type, int size, string code) =>
        Spec.Given(Drafted).When(new AddDocument(Document with { MediaType = type, Size = size }, Limits, Leader, Day)).ThenRejected(code);

    [Fact]
    public void GivenTheSameDocument_WhenAddedAgain_ThenNothing() =>
        Spec.Given(Drafted, new DocumentAdded(Id(1), Document, Leader, Day))
            .When(new AddDocument(Document with { DocumentId = Id(8) }, Limits, Leader, Day)).ThenNothing();

    [Fact]
    public void GivenAsManyDocumentsAsAllowed_WhenAnotherIsAdded_ThenRejected()
    {
        var full = Enumerable.Range(0, Limits.Most).Select(i => new DocumentAdded(Id(1), Document with { DocumentId = Id(50 + i), Sha256 = $"{i}" }, Leader, Day));
        Spec.Given([Drafted, .. full]).When(new AddDocument(Document, Limits, Leader, Day)).ThenRejected("document.too_many");
    }

    [Fact]
    public void GivenAMemberTwice_WhenDrafted_ThenRejected() => Spec.Given()
        .When(new DraftProject(TheProject with { Content = Content with { Members = [Content.Leader] } }, Asked, Leader, Day)).ThenRejected("project.member_twice");
}
