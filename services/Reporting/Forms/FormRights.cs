using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Who does what with forms: the unit compiles and submits, the region that collects them returns, approves, locks and unlocks.</summary>
internal static class FormRights
{
    /// <summary>Who acts for a reporting unit.</summary>
    public static string[] Unit { get; } = [Roles.Clerk, Roles.Reviewer];

    /// <summary>Who reviews for the region that collects.</summary>
    public static string[] Review { get; } = [Roles.Reviewer, Roles.Approver];

    /// <summary>Who opens what was locked, and agrees to replace it.</summary>
    public static string[] Unlock { get; } = [Roles.Approver];

    /// <summary>Who may propose to restate, for the unit or for the region that collects.</summary>
    public static string[] Propose { get; } = [Roles.Clerk, Roles.Reviewer, Roles.Approver];

    /// <summary>Asks that the caller acts for the unit itself.</summary>
    /// <exception cref="ForbiddenException">Another role, another region, or the level above.</exception>
    public static void RequireUnit(Caller caller, Region unit)
    {
        caller.RequireRole(Unit);
        caller.RequireRegion(unit.Code);
        if (!ActsFor(caller, unit))
        {
            throw new ForbiddenException("form.unit_only", $"该操作须由填报单位{unit.Name}办理。");
        }
    }

    /// <summary>Asks that the caller acts for the region that collects the form.</summary>
    /// <exception cref="ForbiddenException">Another role or region.</exception>
    public static void RequireCollector(Caller caller, Region collector, string[] anyOf)
    {
        caller.RequireRole(anyOf);
        if (!caller.Covers(collector.Code))
        {
            throw new ForbiddenException("form.collector_only", $"该操作须由{collector.Name}办理。");
        }
    }

    /// <summary>Asks that the caller acts for the unit or for the region that collects.</summary>
    /// <exception cref="ForbiddenException">Another role or region.</exception>
    public static void RequireEither(Caller caller, Region unit, Region collector)
    {
        if (caller.Covers(collector.Code))
        {
            RequireCollector(caller, collector, Propose);
        }
        else
        {
            RequireUnit(caller, unit);
        }
    }

    private static bool ActsFor(Caller caller, Region unit) =>
        caller.Regions.Any(own => own.Covers(unit.Code) && own.Level == unit.Code.Level);

    /// <summary>Steps that the caller may take on a form in its state; what blocks a single one is said when it is tried.</summary>
    public static IReadOnlyList<FormStep> StepsOf(Caller caller, Region unit, Region collector, FormState state)
    {
        var isUnit = ActsFor(caller, unit) && Unit.Any(caller.Has);
        var isCollector = caller.Covers(collector.Code);
        var reviews = isCollector && Review.Any(caller.Has);
        var unlocks = isCollector && Unlock.Any(caller.Has);
        var proposes = isUnit || (isCollector && Propose.Any(caller.Has));
        IEnumerable<(bool May, FormStep Step)> steps = state switch
        {
            FormState.Open or FormState.Returned or FormState.Unlocked =>
                [(isUnit, FormStep.Submit), (isUnit, FormStep.Correct), (isUnit, FormStep.WithdrawCorrection), (isUnit, FormStep.Enter)],
            FormState.Submitted s => [(reviews && IsOther(s.Submission.By), FormStep.Return), (reviews && IsOther(s.Submission.By), FormStep.Approve)],
            FormState.Approved s => [(reviews && IsOther(s.Submission.By), FormStep.Return), (reviews && IsOther(s.Submission.By), FormStep.Lock)],
            FormState.Locked s =>
            [
                (isUnit && s.Request is null, FormStep.RequestUnlock),
                (unlocks && IsOther(s.SubmittedBy) && IsOther(s.Request?.By), FormStep.Unlock),
                (proposes && s.Proposal is null, FormStep.ProposeRestatement),
                (unlocks && s.Proposal is { } p && IsOther(p.By) && IsOther(s.SubmittedBy), FormStep.Restate),
                (unlocks && s.Proposal is { } q && IsOther(q.By), FormStep.RefuseRestatement),
            ],
            _ => [],
        };
        return [.. steps.Where(step => step.May).Select(step => step.Step)];

        bool IsOther(string? account) => account != caller.Subject;
    }
}

/// <summary>A step that can be taken on a form.</summary>
internal enum FormStep
{
    /// <summary>Hand it in.</summary>
    Submit,

    /// <summary>Adjust a computed figure.</summary>
    Correct,

    /// <summary>Take an adjustment back.</summary>
    WithdrawCorrection,

    /// <summary>Enter a figure.</summary>
    Enter,

    /// <summary>Give it back to the unit.</summary>
    Return,

    /// <summary>Agree to it.</summary>
    Approve,

    /// <summary>Close it.</summary>
    Lock,

    /// <summary>Ask to open it again.</summary>
    RequestUnlock,

    /// <summary>Open it again.</summary>
    Unlock,

    /// <summary>Ask to replace locked figures.</summary>
    ProposeRestatement,

    /// <summary>Replace them.</summary>
    Restate,

    /// <summary>Leave them.</summary>
    RefuseRestatement,
}
