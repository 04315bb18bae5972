using YouthPlatform.Entrepreneurship.Assessments;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Selection;
using YouthPlatform.Policy;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Programmes.Programme,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeState,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeCommand,
    YouthPlatform.Entrepreneurship.Programmes.ProgrammeEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Programmes;

public sealed class ProgrammeTests
{
    private static readonly DateOnly Over = Terms.ClosesOn.AddDays(1);
    private static readonly DateOnly Until = PackRules.NoticeUntil(Terms, Over);
    private static readonly CategoryList Grounds = PackRules.ObjectionGrounds(Hunan, Day).Value;
    private static readonly ProgrammeEvent Opened = new ProgrammeOpened(Call, Terms, Proposer, Day);
    private static readonly ProgrammeEvent Entered = new ProjectEntered(Id(1), "rural_revitalisation", TenThousand);
    private static readonly ProgrammeEvent Closed = new ApplicationsClosed(Call, Proposer, Over);
    private static readonly ProgrammeEvent Drawn = new PanelDrawn(Call, "00ff", 7, PanelDraw.Algorithm, [new("judge-1", 1)], Proposer, Over);
    private static readonly ProgrammeEvent AllRanked = new ProjectsRanked(Call, Ranking.TieRule, [Ranked], Proposer, Over);
    private static readonly ProgrammeEvent Proposed = new SelectionProposed(Call, TheSelection, Proposer, Over);
    private static readonly ProgrammeEvent Noticed = new NoticePublished(Call, Until, Approver, Over);
    private static readonly ProgrammeEvent Raised = new ObjectionRaised(Id(9), Id(1), "plagiarism", "专利不属团队", "person-7", Over);
    private static readonly ProgrammeEvent Upheld = new ObjectionResolved(Id(9), true, "属实", Approver, Over);
    private static readonly ProgrammeEvent Dismissed = new ObjectionResolved(Id(9), false, "不属实", Approver, Over);
    private static readonly ProgrammeEvent Decided = new SelectionDecided(Call, [new(Id(1), TenThousand)], [Passed], Approver, Until.AddDays(1));

    private static readonly ProgrammeCommand Propose = new ProposeSelection(TheSelection, Proposer, Over);
    private static readonly ProgrammeCommand Publish = new PublishNotice(Until, Approver, Over);
    private static readonly ProgrammeCommand Object = new RaiseObjection(Id(9), Id(1), "plagiarism", "专利不属团队", Grounds, "person-7", Over);
    private static readonly ProgrammeCommand Decide = new DecideSelection(Approver, Until.AddDays(1));

    private static ProgrammeEvent[] InNotice => [Opened, Entered, Closed, Drawn, AllRanked, Proposed, Noticed];

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBeKept<Programme, ProgrammeState, ProgrammeCommand, ProgrammeEvent>(
        "programme",
        [
            new OpenProgramme(Call, Terms, Proposer, Day),
            new EnterProject(Id(5), "other", TenThousand),
            new LeaveProgramme(Id(1)),
            new CloseApplications(Proposer, Over),
            new DrawPanel("00ff", 7, PanelDraw.Algorithm, [], Proposer, Over),
            new RankProjects(Ranking.TieRule, [Ranked], Proposer, Over),
            Propose,
            Publish,
            Object,
            new ResolveObjection(Id(9), IsUpheld: false, "不属实", Approver, Over),
            Decide,
        ],
        new Dictionary<string, IReadOnlyList<ProgrammeEvent>>
        {
            ["unopened"] = [],
            ["open"] = [Opened, Entered],
            ["applications closed"] = [Opened, Entered, Closed],
            ["in review"] = [Opened, Entered, Closed, Drawn],
            ["ranked"] = [Opened, Entered, Closed, Drawn, AllRanked],
            ["proposed"] = [Opened, Entered, Closed, Drawn, AllRanked, Proposed],
            ["in notice"] = InNotice,
            ["objected"] = [.. InNotice, Raised],
            ["objection upheld"] = [.. InNotice, Raised, Upheld],
            ["decided"] = [.. InNotice, Decided],
        });

    [Fact]
    public void GivenTheWindowIsNotOver_WhenClosed_ThenRejected() =>
        Spec.Given(Opened, Entered).When(new CloseApplications(Proposer, Terms.ClosesOn)).ThenRejected("programme.window_open");

    [Fact]
    public void GivenNobodyApplied_WhenClosed_ThenRejected() =>
        Spec.Given(Opened).When(new CloseApplications(Proposer, Over)).ThenRejected("programme.field_empty");

    [Fact]
    public void GivenTheProposer_WhenItPublishesOrDecides_ThenRejected()
    {
        Spec.Given(Opened, Entered, Closed, Drawn, AllRanked, Proposed).When(new PublishNotice(Until, Proposer, Over)).ThenRejected("four_eyes.same_person");
        Spec.Given(InNotice).When(new DecideSelection(Proposer, Until.AddDays(1))).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void GivenTheNoticeRuns_WhenDecidedOnItsLastDay_ThenRejectedAndOnTheNextDecided()
    {
        Spec.Given(InNotice).When(new DecideSelection(Approver, Until)).ThenRejected("selection.notice_running");
        var decided = Spec.Given(InNotice).When(Decide).Events.ShouldHaveSingleItem().ShouldBeOfType<SelectionDecided>();
        decided.Awards.ShouldHaveSingleItem().Amount.ShouldBe(TenThousand);
        decided.Checks.ShouldAllBe(check => check.Passed);
        decided.Checks.Single(check => check.Name == "selection.sector_share").Rule.Clause.ShouldBe("G3 §三(三)3");
    }

    [Fact]
    public void GivenAnObjection_WhenDecided_ThenOnlyOnceItWasDismissed()
    {
        Spec.Given([.. InNotice, Raised]).When(Decide).ThenRejected("selection.objections_open");
        Spec.Given([.. InNotice, Raised, Upheld]).When(Decide).ThenRejected("selection.objection_upheld");
        Spec.Given([.. InNotice, Raised, Dismissed]).When(Decide).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void GivenAnUpheldObjection_WhenTheProjectIsProposedAgain_ThenRejected() =>
        Spec.Given([.. InNotice, Raised, Upheld]).When(Propose).ThenRejected("selection.objection_upheld");

    [Fact]
    public void GivenWhoRaisedOrProposed_WhenItResolves_ThenRejected()
    {
        Spec.Given([.. InNotice, Raised]).When(new ResolveObjection(Id(9), false, "x", "person-7", Over)).ThenRejected("four_eyes.same_person");
        Spec.Given([.. InNotice, Raised]).When(new ResolveObjection(Id(9), false, "x", Proposer, Over)).ThenRejected("four_eyes.same_person");
    }

    [Fact]
    public void GivenTheNoticeIsOver_WhenObjected_ThenRejected() =>
        Spec.Given(InNotice).When((RaiseObjection)Object with { Today = Until.AddDays(1) }).ThenRejected("selection.notice_over");

    /// <summary>G3 §三(三)3: at least half in hard tech and rural revitalisation; whatever was computed or adjusted, the decider checks again.</summary>
    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(2, 2, true)]
    public void GivenASelection_WhenTheShareIsBroken_ThenRejected(int counting, int others, bool isAllowed)
    {
        var ranking = Enumerable.Range(0, counting + others)
            .Select(i => Ranked with { ProjectId = Id(100 + i), Rank = i + 1, Counts = i < counting, Sector = i < counting ? "hard_tech" : "other" }).ToList();
        var lines = ranking.Select(project => new SelectionLine(project.ProjectId, true, "adjusted", [], null, null));
        var result = new SelectionResult(0, Money.Zero, [], [.. lines], []);
        var outcome = Spec.Given(Opened, Entered, Closed, Drawn, new ProjectsRanked(Call, Ranking.TieRule, ranking, Proposer, Over))
            .When(new ProposeSelection(result, Proposer, Over));
        if (isAllowed)
        {
            outcome.Events.ShouldHaveSingleItem();
        }
        else
        {
            outcome.Violation.Detail.ShouldContain("selection.sector_share");
        }
    }

    [Fact]
    public void GivenAProjectBelowThePassMark_WhenSelected_ThenRejected()
    {
        var weak = Ranked with { Score = Terms.PassMark - 0.01m };
        var result = new SelectionResult(0, Money.Zero, [], [new SelectionLine(weak.ProjectId, true, "adjusted", [], null, null)], []);
        Spec.Given(Opened, Entered, Closed, Drawn, new ProjectsRanked(Call, Ranking.TieRule, [weak], Proposer, Over))
            .When(new ProposeSelection(result, Proposer, Over)).Violation.Detail.ShouldContain("selection.pass_mark");
    }
}
