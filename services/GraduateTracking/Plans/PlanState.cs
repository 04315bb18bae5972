using System.Collections.Immutable;
using System.ComponentModel;
using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Plans;

/// <summary>A step of a plan.</summary>
/// <param name="Number">Its number, from 1; a revision goes on counting.</param>
/// <param name="Kind">Code of <c>hardship.plan_step_kinds</c>.</param>
/// <param name="Responsible">Account of who sees to it.</param>
/// <param name="DueOn">China date.</param>
internal sealed record PlanStep(int Number, string Kind, string Responsible, DateOnly DueOn);

/// <summary>A step as it is asked for.</summary>
internal sealed record StepDraft(
    [property: Description("Code of hardship.plan_step_kinds")] string Kind,
    DateOnly DueOn,
    [property: Description("Account of who sees to it; whoever is responsible for the plan when left out")] string? Responsible = null);

internal abstract record PlanState
{
    private PlanState()
    {
    }

    public sealed record None : PlanState;

    /// <param name="PersonId">The hardship graduate.</param>
    /// <param name="Region">County when the plan was drawn up.</param>
    /// <param name="Revision">1 for the first version.</param>
    /// <param name="Responsible">Account.</param>
    /// <param name="Steps">Steps by number, those that a revision took away left out.</param>
    /// <param name="Done">Days on which steps were done.</param>
    public sealed record Running(
        Guid PersonId,
        string Region,
        int Revision,
        string Responsible,
        ImmutableSortedDictionary<int, PlanStep> Steps,
        ImmutableSortedDictionary<int, DateOnly> Done) : PlanState
    {
        /// <summary>Numbers are never used twice.</summary>
        public int NextNumber { get; init; }
    }

    public sealed record Ended(string Reason, int Revision) : PlanState;
}

internal abstract record PlanCommand;

/// <param name="PersonId">The hardship graduate.</param>
/// <param name="Region">County that answers for the entry.</param>
/// <param name="IsHardship">Whether the entry names a hardship.</param>
/// <param name="Responsible">Account.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Kinds">Kinds of steps.</param>
/// <param name="Actor">Account.</param>
/// <param name="Today">China date.</param>
internal sealed record DrawUpPlan(
    Guid PersonId,
    string Region,
    bool IsHardship,
    string Responsible,
    IReadOnlyList<StepDraft> Steps,
    Rule<CategoryList> Kinds,
    string Actor,
    DateOnly Today) : PlanCommand;

/// <summary>Steps that were not done are replaced by others.</summary>
internal sealed record RevisePlan(
    string Responsible, IReadOnlyList<StepDraft> Steps, string Reason, CategoryList Kinds, string Actor, DateOnly Today) : PlanCommand;

internal sealed record CompleteStep(int Number, DateOnly DoneOn, string Actor, DateOnly Today) : PlanCommand;

internal sealed record EndPlan(string Reason, CategoryList Reasons, string Actor, DateOnly Today) : PlanCommand;

/// <summary>Events of <c>plan-{personId}</c>.</summary>
internal abstract record PlanEvent;

internal sealed record PlanDrawnUp(
    Guid PersonId,
    string Region,
    int Revision,
    string Responsible,
    IReadOnlyList<PlanStep> Steps,
    RuleVersion Rule,
    string DrawnUpBy,
    DateOnly DrawnUpOn) : PlanEvent;

internal sealed record PlanRevised(
    Guid PersonId,
    string Region,
    int Revision,
    string Responsible,
    IReadOnlyList<PlanStep> Steps,
    IReadOnlyList<int> Dropped,
    string Reason,
    string RevisedBy,
    DateOnly RevisedOn) : PlanEvent;

internal sealed record PlanStepDone(Guid PersonId, string Region, int Number, string Kind, string RecordedBy, DateOnly DoneOn) : PlanEvent;

internal sealed record PlanEnded(Guid PersonId, string Region, string Reason, IReadOnlyList<int> Open, string EndedBy, DateOnly EndedOn) : PlanEvent;
