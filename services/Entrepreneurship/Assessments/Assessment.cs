using System.Collections.Immutable;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.EventStore;

namespace YouthPlatform.Entrepreneurship.Assessments;

/// <summary>A judge's points by criterion.</summary>
/// <param name="Judge">Account.</param>
/// <param name="Points">Points by criterion.</param>
/// <param name="Remark">What the judge says of the project.</param>
/// <param name="GivenOn">China date.</param>
internal sealed record Scoring(string Judge, IReadOnlyDictionary<string, decimal> Points, string Remark, DateOnly GivenOn)
{
    public decimal ToTotal() => Points.Values.Sum();
}

internal abstract record AssessmentState
{
    private AssessmentState()
    {
    }

    public sealed record NotAssigned : AssessmentState;

    public sealed record Assigned(
        Guid ProjectId, CallKey Call, ImmutableSortedSet<string> Judges, ImmutableSortedSet<string> Recused, ImmutableList<Scoring> Scores) : AssessmentState
    {
        public bool IsComplete => Judges.All(judge => Scores.Exists(scoring => scoring.Judge == judge));
    }
}

internal abstract record AssessmentCommand;

internal sealed record AssignPanel(Guid ProjectId, CallKey Call, IReadOnlyList<string> Judges, DateOnly Today) : AssessmentCommand;

internal sealed record GiveScore(
    IReadOnlyDictionary<string, decimal> Points, string? Remark, IReadOnlyList<Criterion> Rubric, string Actor, DateOnly Today) : AssessmentCommand;

/// <summary>A judge steps back; the next one drawn without a tie takes the place.</summary>
internal sealed record Recuse(string Replacement, string? Reason, string Actor, DateOnly Today) : AssessmentCommand;

internal abstract record AssessmentEvent;

internal sealed record PanelAssigned(Guid ProjectId, CallKey Call, IReadOnlyList<string> Judges, DateOnly AssignedOn) : AssessmentEvent;

internal sealed record ScoreGiven(Guid ProjectId, Scoring Scoring) : AssessmentEvent;

internal sealed record JudgeReplaced(Guid ProjectId, CallKey Call, string Judge, string Replacement, string Reason, DateOnly ReplacedOn) : AssessmentEvent;

/// <summary>The blind assessment of a project: each judge scores once, and sees nobody else's scores.</summary>
internal sealed class Assessment : IDecider<AssessmentState, AssessmentCommand, AssessmentEvent>
{
    private Assessment()
    {
    }

    public static AssessmentState Initial { get; } = new AssessmentState.NotAssigned();

    public static string Stream(Guid projectId) => $"assessment-{projectId}";

    public static AssessmentState Evolve(AssessmentState state, AssessmentEvent recorded) => (recorded, state) switch
    {
        (PanelAssigned e, _) => new AssessmentState.Assigned(e.ProjectId, e.Call, [.. e.Judges], [], []),
        (ScoreGiven e, AssessmentState.Assigned s) => s with { Scores = s.Scores.Add(e.Scoring) },
        (JudgeReplaced e, AssessmentState.Assigned s) => s with
        {
            Judges = s.Judges.Remove(e.Judge).Add(e.Replacement),
            Recused = s.Recused.Add(e.Judge),
        },
        _ => state,
    };

    public static IReadOnlyList<AssessmentEvent> Decide(AssessmentCommand command, AssessmentState state) => (command, state) switch
    {
        (AssignPanel c, AssessmentState.NotAssigned) => [new PanelAssigned(c.ProjectId, c.Call, c.Judges, c.Today)],
        (AssignPanel, _) => throw new RuleViolation("assessment.already_assigned", "该项目已分配评委。"),
        (GiveScore c, AssessmentState.Assigned s) => Give(c, s),
        (Recuse c, AssessmentState.Assigned s) => Replace(c, s),
        _ => throw new RuleViolation("assessment.not_found", "该项目尚未分配评委。"),
    };

    private static IReadOnlyList<AssessmentEvent> Give(GiveScore command, AssessmentState.Assigned assigned)
    {
        RequireJudge(command.Actor, assigned);
        if (!command.Points.Keys.ToHashSet().SetEquals(command.Rubric.Select(criterion => criterion.Code))
            || command.Rubric.Any(criterion => command.Points[criterion.Code] < 0 || command.Points[criterion.Code] > criterion.Points))
        {
            var rubric = string.Join('、', command.Rubric.Select(criterion => $"{criterion.Code}（{criterion.Name}）0—{criterion.Points:0}"));
            throw new RuleViolation("score.points_invalid", $"请对每项指标打分：{rubric}。");
        }

        var scoring = new Scoring(command.Actor, new SortedDictionary<string, decimal>(command.Points.ToDictionary()), Reasons.Require(command.Remark), command.Today);
        if (assigned.Scores.Find(given => given.Judge == command.Actor) is { } known)
        {
            return known.Points.OrderBy(point => point.Key).SequenceEqual(scoring.Points.OrderBy(point => point.Key))
                ? []
                : throw new RuleViolation("score.already_given", "您已对该项目打分，不能更改。");
        }

        return [new ScoreGiven(assigned.ProjectId, scoring)];
    }

    private static IReadOnlyList<AssessmentEvent> Replace(Recuse command, AssessmentState.Assigned assigned)
    {
        if (assigned.Recused.Contains(command.Actor))
        {
            return [];
        }

        RequireJudge(command.Actor, assigned);
        if (assigned.Scores.Exists(given => given.Judge == command.Actor))
        {
            throw new RuleViolation("score.already_given", "您已对该项目打分，不能回避。");
        }

        return assigned.Judges.Contains(command.Replacement) || assigned.Recused.Contains(command.Replacement)
            ? throw new RuleViolation("panel.judges_missing", "没有可以替换的评委。")
            : [new JudgeReplaced(assigned.ProjectId, assigned.Call, command.Actor, command.Replacement, Reasons.Require(command.Reason), command.Today)];
    }

    private static void RequireJudge(string actor, AssessmentState.Assigned assigned)
    {
        if (!assigned.Judges.Contains(actor))
        {
            throw new RuleViolation("assessment.not_judge", "您不是该项目的评委。");
        }
    }
}
