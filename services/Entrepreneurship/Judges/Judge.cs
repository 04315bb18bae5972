using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Judges;

/// <summary>What ties a judge to a project.</summary>
/// <param name="Kind">person, firm, college or project.</param>
/// <param name="Value">Id or code.</param>
internal sealed record Tie(string Kind, string Value);

/// <summary>A judge of a region's programmes.</summary>
/// <param name="Account">Account.</param>
/// <param name="Region">Region whose programmes the judge looks at.</param>
/// <param name="Colleges">Colleges that the judge works or studied at.</param>
internal sealed record JudgeFile(string Account, RegionCode Region, IReadOnlyList<string> Colleges);

internal abstract record JudgeState
{
    private JudgeState()
    {
    }

    public sealed record NotRegistered : JudgeState;

    public sealed record Active(JudgeFile File, ImmutableHashSet<Tie> Ties) : JudgeState;

    public sealed record Retired(JudgeFile File) : JudgeState;
}

internal abstract record JudgeCommand;

internal sealed record RegisterJudge(JudgeFile File, string Actor, DateOnly Today) : JudgeCommand;

internal sealed record DeclareTies(IReadOnlyList<Tie> Ties, string Actor, DateOnly Today) : JudgeCommand;

internal sealed record RetireJudge(string? Reason, string Actor, DateOnly Today) : JudgeCommand;

internal abstract record JudgeEvent;

internal sealed record JudgeRegistered(JudgeFile File, string RegisteredBy, DateOnly RegisteredOn) : JudgeEvent;

internal sealed record TiesDeclared(string Account, IReadOnlyList<Tie> Ties, string DeclaredBy, DateOnly DeclaredOn) : JudgeEvent;

internal sealed record JudgeRetired(string Account, string Reason, string RetiredBy, DateOnly RetiredOn) : JudgeEvent;

/// <summary>An expert who scores projects; declared ties keep it from those it could favour, and a tie once declared stays.</summary>
internal sealed class Judge : IDecider<JudgeState, JudgeCommand, JudgeEvent>
{
    private static readonly string[] Kinds = ["person", "firm", "college", "project"];

    private Judge()
    {
    }

    public static JudgeState Initial { get; } = new JudgeState.NotRegistered();

    public static string Stream(string account) => $"judge-{account}";

    public static JudgeState Evolve(JudgeState state, JudgeEvent recorded) => (recorded, state) switch
    {
        (JudgeRegistered e, _) => new JudgeState.Active(e.File, []),
        (TiesDeclared e, JudgeState.Active s) => s with { Ties = s.Ties.Union(e.Ties) },
        (JudgeRetired, JudgeState.Active s) => new JudgeState.Retired(s.File),
        _ => state,
    };

    public static IReadOnlyList<JudgeEvent> Decide(JudgeCommand command, JudgeState state) => (command, state) switch
    {
        (RegisterJudge c, JudgeState.NotRegistered) => [new JudgeRegistered(c.File, c.Actor, c.Today)],
        (RegisterJudge c, JudgeState.Active s) when s.File.Region == c.File.Region && s.File.Colleges.SequenceEqual(c.File.Colleges) => [],
        (RegisterJudge, _) => throw new RuleViolation("judge.already_registered", "该评委已登记。"),
        (_, JudgeState.NotRegistered) => throw new RuleViolation("judge.not_registered", "该评委尚未登记。"),
        (DeclareTies c, JudgeState.Active s) => Declare(c, s),
        (DeclareTies, _) => throw new RuleViolation("judge.retired", "该评委已退出。"),
        (RetireJudge c, JudgeState.Active s) => [new JudgeRetired(s.File.Account, Reasons.Require(c.Reason), c.Actor, c.Today)],
        (RetireJudge, _) => [],
        _ => throw new InvalidOperationException($"{command.GetType().Name} in {state.GetType().Name} is not decided."),
    };

    private static IReadOnlyList<JudgeEvent> Declare(DeclareTies command, JudgeState.Active judge)
    {
        if (command.Ties.Any(tie => !Kinds.Contains(tie.Kind) || string.IsNullOrWhiteSpace(tie.Value)))
        {
            throw new RuleViolation("judge.tie_invalid", $"回避关系的种类应为 {string.Join('、', Kinds)}，并填写编号。");
        }

        var fresh = command.Ties.Where(tie => !judge.Ties.Contains(tie)).Distinct().ToList();
        return fresh.Count == 0 ? [] : [new TiesDeclared(judge.File.Account, fresh, command.Actor, command.Today)];
    }
}
