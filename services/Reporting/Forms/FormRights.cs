using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Who does what with forms: the unit compiles and submits, the region that collects them returns, approves, locks and unlocks.</summary>
internal static class FormRights
{
    /// <summary>Who acts for a reporting unit, a region or a college.</summary>
    public static string[] Unit { get; } = [.. FormRoles.OfRegions.Unit, .. FormRoles.OfColleges.Unit];

    /// <summary>Who reviews for the region that collects.</summary>
    public static string[] Review { get; } = [.. FormRoles.OfRegions.Review, .. FormRoles.OfColleges.Review];

    /// <summary>Who opens what was locked, and agrees to replace it.</summary>
    public static string[] Unlock { get; } = [.. FormRoles.OfRegions.Unlock, .. FormRoles.OfColleges.Unlock];

    /// <summary>Who may propose to restate, for the unit or for the region that collects.</summary>
    public static string[] Propose { get; } = [.. FormRoles.OfRegions.Propose, .. FormRoles.OfColleges.Propose];

    /// <summary>Whether the caller may see the forms of a unit: an official of its region or of one above it, or the college itself.</summary>
    public static bool Sees(Caller caller, ReportingUnit unit) =>
        ActsForCollege(caller, unit) || (Officials.Readers.Any(caller.Has) && caller.Covers(unit.Region));

    /// <summary>Whether the caller may see the forms of all units.</summary>
    public static bool SeesAll(Caller caller, FormDefinition form) => Officials.Readers.Any(caller.Has) && caller.Covers(form.Jurisdiction);

    /// <summary>Asks that the caller may see the forms of a unit.</summary>
    /// <exception cref="ForbiddenException">Another role, region or college.</exception>
    public static void RequireSight(Caller caller, ReportingUnit unit)
    {
        if (Sees(caller, unit))
        {
            return;
        }

        caller.RequireRole(unit.Code.IsCollege ? Officials.FormReaders : Officials.Readers);
        caller.RequireRegion(unit.Region);
        caller.RequireUnit(unit.Code.Value);
    }

    /// <summary>Asks that the caller may see the forms of all units.</summary>
    /// <exception cref="ForbiddenException">Another role or region.</exception>
    public static void RequireSightOfAll(Caller caller, FormDefinition form)
    {
        caller.RequireRole(Officials.Readers);
        caller.RequireRegion(form.Jurisdiction);
    }

    /// <summary>Whether the caller acts for the unit itself.</summary>
    public static bool IsUnit(Caller caller, ReportingUnit unit) => ActsFor(caller, unit) && FormRoles.Of(unit).Unit.Any(caller.Has);

    /// <summary>Asks that the caller acts for the unit itself.</summary>
    /// <exception cref="ForbiddenException">Another role, another unit, or the level above.</exception>
    public static void RequireUnit(Caller caller, ReportingUnit unit)
    {
        caller.RequireRole(FormRoles.Of(unit).Unit);
        RequireSight(caller, unit);
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
    public static void RequireEither(Caller caller, ReportingUnit unit, Region collector)
    {
        if (caller.Covers(collector.Code))
        {
            RequireCollector(caller, collector, FormRoles.Of(unit).Propose);
        }
        else
        {
            RequireUnit(caller, unit);
        }
    }

    private static bool ActsFor(Caller caller, ReportingUnit unit) =>
        unit.Code.IsCollege ? ActsForCollege(caller, unit) : caller.Regions.Contains(unit.Region);

    private static bool ActsForCollege(Caller caller, ReportingUnit unit) =>
        unit.Code.IsCollege && caller.Has(Roles.CollegeCommittee) && caller.Unit == unit.Code.Value;

    /// <summary>Steps that the caller may take on a form in its state; what blocks a single one is said when it is tried.</summary>
    public static IReadOnlyList<FormStep> StepsOf(Caller caller, ReportingUnit unit, Region collector, FormState state)
    {
        var roles = FormRoles.Of(unit);
        var isUnit = IsUnit(caller, unit);
        var isCollector = caller.Covers(collector.Code);
        var reviews = isCollector && roles.Review.Any(caller.Has);
        var unlocks = isCollector && roles.Unlock.Any(caller.Has);
        var proposes = isUnit || (isCollector && roles.Propose.Any(caller.Has));
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
