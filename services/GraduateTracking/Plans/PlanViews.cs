using System.ComponentModel;
using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Plans;

/// <summary>A plan, or what replaces its open steps.</summary>
internal sealed record PlanRequest(
    [property: Description("Account of who is responsible for the plan")] string Responsible,
    IReadOnlyList<StepDraft> Steps,
    [property: Description("Why it is revised")] string? Reason = null);

/// <summary>A step was done.</summary>
internal sealed record CompleteStepRequest([property: Description("China date; today when left out")] DateOnly? DoneOn = null);

/// <summary>The plan ends.</summary>
internal sealed record EndPlanRequest([property: Description("Code of hardship.plan_end_reasons")] string Reason);

/// <summary>A step of a plan as it stands.</summary>
internal sealed record StepView(int Number, string Kind, string Responsible, DateOnly DueOn, DateOnly? DoneOn, bool IsOverdue);

/// <summary>A plan as it stands.</summary>
internal sealed record PlanView(
    Guid PersonId,
    [property: Description("running or ended")] string Status,
    int Revision,
    string? Responsible,
    [property: Description("Why it ended")] string? Reason,
    IEnumerable<StepView> Steps)
{
    public static PlanView Of(Guid personId, PlanState state, DateOnly today) => state switch
    {
        PlanState.Running s => new(personId, "running", s.Revision, s.Responsible, null, s.Steps.Values.Select(step => Of(step, s, today))),
        PlanState.Ended s => new(personId, "ended", s.Revision, null, s.Reason, []),
        _ => throw new InvalidOperationException("A plan that was never drawn up has no view."),
    };

    private static StepView Of(PlanStep step, PlanState.Running plan, DateOnly today)
    {
        var doneOn = plan.Done.TryGetValue(step.Number, out var on) ? on : (DateOnly?)null;
        return new(step.Number, step.Kind, step.Responsible, step.DueOn, doneOn, doneOn is null && step.DueOn < today);
    }
}

/// <summary>A step that is to be done.</summary>
internal sealed record DueStepView(int Number, string Kind, string Responsible);

/// <summary>What is to be done for a person by a day.</summary>
internal sealed record DueStepsView(Guid PersonId, string Region, DateOnly DueOn, bool IsOverdue, IEnumerable<DueStepView> Steps)
{
    public static DueStepsView Of(NpgsqlDataReader row, DateOnly today)
    {
        var (numbers, kinds, people) = (row.GetFieldValue<int[]>(3), row.GetFieldValue<string[]>(4), row.GetFieldValue<string[]>(5));
        var steps = numbers.Select((number, index) => new DueStepView(number, kinds[index], people[index]));
        return new(row.GetGuid(0), row.GetString(1), row.Date(2), row.Date(2) < today, [.. steps]);
    }
}

/// <summary>A hardship graduate without a plan.</summary>
internal sealed record MissingPlanView(Guid PersonId, string Region, string? Officer, DateOnly DueOn, bool IsOverdue);
