using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Policy;
using YouthPlatform.Reviews;

namespace YouthPlatform.GraduateTracking.Plans;

/// <summary>The individual plan of a hardship graduate, 一人一策 (H32 §二(九)21): steps with who sees to them and by when.</summary>
internal sealed class Plan : IDecider<PlanState, PlanCommand, PlanEvent>
{
    private const int MostSteps = 20;

    public static PlanState Initial { get; } = new PlanState.None();

    public static string StreamOf(Guid personId) => $"plan-{personId}";

    public static PlanState Evolve(PlanState state, PlanEvent recorded) => (recorded, state) switch
    {
        (PlanDrawnUp e, _) => new PlanState.Running(
            e.PersonId, e.Region, e.Revision, e.Responsible, e.Steps.ToImmutableSortedDictionary(step => step.Number, step => step), ImmutableSortedDictionary<int, DateOnly>.Empty)
        {
            NextNumber = NextAfter(e.Steps),
        },
        (PlanRevised e, PlanState.Running s) => s with
        {
            Revision = e.Revision,
            Responsible = e.Responsible,
            Steps = s.Steps.RemoveRange(e.Dropped).AddRange(e.Steps.Select(step => KeyValuePair.Create(step.Number, step))),
            NextNumber = NextAfter(e.Steps),
        },
        (PlanStepDone e, PlanState.Running s) => s with { Done = s.Done.SetItem(e.Number, e.DoneOn) },
        (PlanEnded e, PlanState.Running s) => new PlanState.Ended(e.Reason, s.Revision),
        _ => state,
    };

    public static IReadOnlyList<PlanEvent> Decide(PlanCommand command, PlanState state) => (command, state) switch
    {
        (DrawUpPlan draw, PlanState.None) => DrawUp(draw, 1),
        (DrawUpPlan draw, PlanState.Ended s) => DrawUp(draw, s.Revision + 1),
        (DrawUpPlan, _) => throw new RuleViolation("plan.running", "该人员已有帮扶计划，请修订原计划。"),
        (RevisePlan revise, PlanState.Running s) => [Revise(revise, s)],
        (CompleteStep complete, PlanState.Running s) => Complete(complete, s),
        (EndPlan end, PlanState.Running s) =>
        [
            new PlanEnded(s.PersonId, s.Region, end.Reasons.Require(end.Reason, "plan.end_unknown").Code, OpenSteps(s), end.Actor, end.Today),
        ],
        (EndPlan end, PlanState.Ended s) when s.Reason == end.Reason => [],
        _ => throw new RuleViolation("plan.not_running", "该人员没有正在执行的帮扶计划。"),
    };

    private static IReadOnlyList<PlanEvent> DrawUp(DrawUpPlan command, int revision) => !command.IsHardship
        ? throw new RuleViolation("plan.no_hardship", "一人一策帮扶计划面向困难毕业生，请先认定困难类别。")
        : [new PlanDrawnUp(
            command.PersonId,
            command.Region,
            revision,
            command.Responsible,
            StepsOf(command.Steps, command.Responsible, 1, command.Kinds.Value, command.Today),
            command.Kinds.Version,
            command.Actor,
            command.Today)];

    private static PlanRevised Revise(RevisePlan command, PlanState.Running plan) => new(
        plan.PersonId,
        plan.Region,
        plan.Revision + 1,
        command.Responsible,
        StepsOf(command.Steps, command.Responsible, plan.NextNumber, command.Kinds, command.Today),
        OpenSteps(plan),
        Reasons.Require(command.Reason),
        command.Actor,
        command.Today);

    private static IReadOnlyList<PlanEvent> Complete(CompleteStep command, PlanState.Running plan)
    {
        if (!plan.Steps.TryGetValue(command.Number, out var step))
        {
            throw new RuleViolation("plan.step_unknown", "计划中没有该步骤。");
        }

        if (plan.Done.ContainsKey(command.Number))
        {
            return [];
        }

        return command.DoneOn > command.Today
            ? throw new RuleViolation("plan.step_date", "完成日期不得晚于今天。")
            : [new PlanStepDone(plan.PersonId, plan.Region, step.Number, step.Kind, command.Actor, command.DoneOn)];
    }

    private static IReadOnlyList<PlanStep> StepsOf(
        IReadOnlyList<StepDraft> drafts, string responsible, int first, CategoryList kinds, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(responsible) || drafts.Count is 0 or > MostSteps)
        {
            throw new RuleViolation("plan.incomplete", $"计划应有责任人和 1 至 {MostSteps} 个步骤。");
        }

        return drafts.Any(draft => draft.DueOn < today)
            ? throw new RuleViolation("plan.step_date", "步骤的期限不得早于今天。")
            : [.. drafts.Select((draft, index) => new PlanStep(
                first + index, kinds.Require(draft.Kind, "plan.step_kind_unknown").Code, draft.Responsible ?? responsible, draft.DueOn))];
    }

    private static IReadOnlyList<int> OpenSteps(PlanState.Running plan) => [.. plan.Steps.Keys.Where(number => !plan.Done.ContainsKey(number))];

    private static int NextAfter(IReadOnlyList<PlanStep> steps) => steps.Max(step => step.Number) + 1;
}
