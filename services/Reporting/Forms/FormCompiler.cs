using YouthPlatform.Policy;
using YouthPlatform.Reviews;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Makes what is shown of a form from what it is made of.</summary>
internal static class FormCompiler
{
    /// <summary>The form of a unit and month.</summary>
    public static FormView View(FormSheet sheet)
    {
        var state = sheet.State;
        var shown = state.Shown;
        return new(
            sheet.Form.Id,
            sheet.Form.Title,
            Unit(sheet.Unit),
            sheet.Month,
            sheet.Form.DueOn(sheet.Month),
            FormStates.Of(state),
            shown?.Number,
            Submission(state, sheet.Form.DueOn(sheet.Month)),
            state is FormState.Returned { Return: var r } ? new(r.On, r.By, r.Reason, [.. r.Fields.Select(Returned)]) : null,
            state is FormState.Approved { Approval: var approval } ? new(approval.On, approval.By) : null,
            (state as FormState.Locked ?? state.ReopeningOf()?.Before) is { } locked
                ? new(locked.Lock.On, locked.Lock.By, locked.Version, locked.Version != locked.Lock.Version)
                : null,
            state.ReopeningOf()?.Unlock is { } unlock ? new(unlock.On, unlock.By, unlock.Reason, unlock.Until) : null,
            state is FormState.Locked { Request: { } request } ? new(request.On, request.By, request.Reason) : null,
            state is FormState.Locked { Proposal: { } p } ? new(p.On, p.By, p.Reason, Differences(sheet.Form, p.Changes)) : null,
            [.. sheet.Cells.Select(cell => Cell(cell, sheet.Month, shown?.Of(cell.Column.Number)))],
            FormChecks.Evaluate(sheet));
    }

    /// <summary>A cell as of now.</summary>
    public static CellView Cell(LiveCell cell, YearMonth month, decimal? submitted)
    {
        var column = cell.Column;
        var hasCorrections = cell.Corrections.Count > 0;
        return new(
            column.Number,
            column.Group,
            column.Subgroup,
            column.Name,
            column.Unit,
            cell.Figure?.Value,
            cell.State,
            cell.Computed?.Value,
            hasCorrections ? cell.Adjustment : null,
            submitted,
            column.Definition,
            cell.Entry?.Note,
            hasCorrections ? cell.Corrections : null,
            cell.Computed?.Events,
            cell.State == CellState.Computed ? $"{month}/cells/{column.Number}/events" : null);
    }

    /// <summary>Cells that differ, with their headings.</summary>
    public static IReadOnlyList<DifferenceView> Differences(FormDefinition form, IEnumerable<CellChange> changes) =>
    [
        .. changes.Select(change => new DifferenceView(
            change.Column, form.Column(change.Column).Name, change.Before, change.After?.Value, change.Difference())),
    ];

    /// <summary>What differs between the figures that stand and those of now.</summary>
    public static DifferencesView Differences(FormSheet sheet) => new(
        sheet.Form.Id, Unit(sheet.Unit), sheet.Month, sheet.State.Official?.Number, Differences(sheet.Form, sheet.Differences()));

    /// <summary>All versions.</summary>
    public static VersionsView Versions(FormSheet sheet) =>
        new(sheet.Form.Id, Unit(sheet.Unit), sheet.Month, [.. sheet.State.File.Versions.Select(version => Version(sheet, version))]);

    /// <summary>A version with its figures.</summary>
    public static VersionFiguresView Figures(FormSheet sheet, FormVersion version) => new(
        sheet.Form.Id,
        Unit(sheet.Unit),
        sheet.Month,
        Version(sheet, version),
        version.Figures,
        version.Checks,
        Differences(sheet.Form, version.Changes));

    public static UnitView Unit(ReportingUnit unit) => new(unit.Code.Value, unit.Name);

    /// <summary>How a form was submitted last; null before the first time.</summary>
    public static SubmissionView? Submission(FormState state, DateOnly dueOn)
    {
        var submissions = state.File.Versions.Where(version => version.Kind == FormVersionKind.Submission).ToList();
        return submissions.Count == 0
            ? null
            : new(submissions[^1].On, submissions[^1].By, submissions[0].On > dueOn);
    }

    private static VersionView Version(FormSheet sheet, FormVersion version) => new(
        version.Number, version.Kind, version.On, version.By, version.Number == sheet.State.Official?.Number, version.Reason);

    private static ReturnedColumn Returned(FieldReturn field) => new(
        FormTranslator.ColumnOf(field.Path), field.Code, field.Reason);
}
