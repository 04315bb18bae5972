using YouthPlatform.Entrepreneurship.Assessments;
using YouthPlatform.Entrepreneurship.Judges;
using YouthPlatform.Testing.Deciders;
using static YouthPlatform.Entrepreneurship.Tests.Samples;
using JudgeSpec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Judges.Judge,
    YouthPlatform.Entrepreneurship.Judges.JudgeState,
    YouthPlatform.Entrepreneurship.Judges.JudgeCommand,
    YouthPlatform.Entrepreneurship.Judges.JudgeEvent>;
using Spec = YouthPlatform.Testing.Deciders.DeciderSpec<
    YouthPlatform.Entrepreneurship.Assessments.Assessment,
    YouthPlatform.Entrepreneurship.Assessments.AssessmentState,
    YouthPlatform.Entrepreneurship.Assessments.AssessmentCommand,
    YouthPlatform.Entrepreneurship.Assessments.AssessmentEvent>;

namespace YouthPlatform.Entrepreneurship.Tests.Assessments;

public sealed class AssessmentTests
{
    private static readonly Dictionary<string, decimal> Points =
        new() { ["innovation"] = 35, ["feasibility"] = 30, ["team"] = 0, ["employment"] = 20 };

    private static readonly AssessmentEvent Assigned = new PanelAssigned(Id(1), Call, ["judge-1", "judge-2", "judge-3"], Day);
    private static readonly AssessmentEvent Scored = new ScoreGiven(Id(1), new("judge-1", Points, "好", Day));
    private static readonly AssessmentCommand Give = new GiveScore(Points, "好", Terms.Rubric, "judge-1", Day);
    private static readonly AssessmentCommand StepBack = new Recuse("judge-4", "与负责人合作", "judge-1", Day);

    private static readonly JudgeEvent Registered = new JudgeRegistered(new("judge-1", Hunan, ["10532"]), Proposer, Day);

    [Fact]
    public void EveryCommandInEveryState() => CommandTable.ShouldBe<Assessment, AssessmentState, AssessmentCommand, AssessmentEvent>(
        [new AssignPanel(Id(1), Call, ["judge-1"], Day), Give, StepBack],
        new Dictionary<string, IReadOnlyList<AssessmentEvent>> { ["none"] = [], ["assigned"] = [Assigned], ["scored"] = [Assigned, Scored] },
        """
        none + AssignPanel = PanelAssigned
        none + GiveScore = assessment.not_found
        none + Recuse = assessment.not_found
        assigned + AssignPanel = assessment.already_assigned
        assigned + GiveScore = ScoreGiven
        assigned + Recuse = JudgeReplaced
        scored + AssignPanel = assessment.already_assigned
        scored + GiveScore = -
        scored + Recuse = score.already_given
        """);

    [Theory]
    [InlineData("innovation", "35.5")]
    [InlineData("innovation", "-1")]
    [InlineData("charm", "1")]
    public void GivenTheRubric_WhenPointsAreOutsideOfIt_ThenRejected(string criterion, string points)
    {
        var wrong = new Dictionary<string, decimal>(Points) { [criterion] = decimal.Parse(points) };
        Spec.Given(Assigned).When((GiveScore)Give with { Points = wrong }).ThenRejected("score.points_invalid");
    }

    [Fact]
    public void GivenAScore_WhenItIsChanged_ThenRejected() =>
        Spec.Given(Assigned, Scored).When((GiveScore)Give with { Points = new Dictionary<string, decimal>(Points) { ["team"] = 1 } }).ThenRejected("score.already_given");

    [Fact]
    public void GivenAPanel_WhenAStrangerScores_ThenRejected() =>
        Spec.Given(Assigned).When((GiveScore)Give with { Actor = "judge-9" }).ThenRejected("assessment.not_judge");

    [Fact]
    public void GivenARecusal_WhenAllOthersHaveScored_ThenTheReplacementIsMissing()
    {
        AssessmentEvent[] events = [Assigned, new JudgeReplaced(Id(1), Call, "judge-1", "judge-4", "x", Day), Score("judge-2"), Score("judge-3")];
        var state = events.Aggregate(Assessment.Initial, Assessment.Evolve).ShouldBeOfType<AssessmentState.Assigned>();
        state.IsComplete.ShouldBeFalse();
        Assessment.Evolve(state, Score("judge-4")).ShouldBeOfType<AssessmentState.Assigned>().IsComplete.ShouldBeTrue();
        Spec.Given(events).When(StepBack).ThenNothing();
        Spec.Given(events).When((GiveScore)Give).ThenRejected("assessment.not_judge");
    }

    [Fact]
    public void EveryCommandOfJudges() => CommandTable.ShouldBe<Judge, JudgeState, JudgeCommand, JudgeEvent>(
        [
            new RegisterJudge(new("judge-1", Hunan, ["10532"]), Proposer, Day),
            new DeclareTies([new("firm", "91430102000000019R")], "judge-1", Day),
            new RetireJudge("调离", Proposer, Day),
        ],
        new Dictionary<string, IReadOnlyList<JudgeEvent>>
        {
            ["unknown"] = [], ["active"] = [Registered], ["retired"] = [Registered, new JudgeRetired("judge-1", "调离", Proposer, Day)],
        },
        """
        unknown + RegisterJudge = JudgeRegistered
        unknown + DeclareTies = judge.not_registered
        unknown + RetireJudge = judge.not_registered
        active + RegisterJudge = -
        active + DeclareTies = TiesDeclared
        active + RetireJudge = JudgeRetired
        retired + RegisterJudge = judge.already_registered
        retired + DeclareTies = judge.retired
        retired + RetireJudge = -
        """);

    [Fact]
    public void GivenATieOfAnUnknownKind_WhenDeclared_ThenRejected() =>
        JudgeSpec.Given(Registered).When(new DeclareTies([new("friend", "x")], "judge-1", Day)).ThenRejected("judge.tie_invalid");

    private static ScoreGiven Score(string judge) => new(Id(1), new(judge, Points, "好", Day));
}
