using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Compiles forms from the roll-ups.</summary>
internal sealed class FormReader(FormBook book, IndicatorReader indicators, IEventStore store, NpgsqlDataSource dataSource)
{
    /// <summary>The form of one unit and month, with what was submitted.</summary>
    public async Task<FormView> ReadAsync(
        FormDefinition form, Region unit, YearMonth month, CancellationToken cancellationToken, DateOnly? knownOn = null)
    {
        var aggregate = await Aggregate<Form, FormState, FormCommand, FormEvent>.LoadAsync(
            store, Form.StreamOf(form.Id, unit.Code, month), cancellationToken);
        var figures = await FiguresAsync(form, [unit], month, knownOn, cancellationToken);
        return Compile(form, unit, month, aggregate.State, column => figures(unit, column));
    }

    /// <summary>The same form in another state, for the answer to a change.</summary>
    public static FormView After(FormDefinition form, FormView before, FormState state)
    {
        var byColumn = before.Cells.ToDictionary(cell => cell.Column);
        return before with
        {
            State = ProgressOf(state),
            Submission = SubmissionOf(state),
            Cells = [.. form.Columns.Select(column => byColumn[column.Number] with { Submitted = SubmittedOf(state, column) })],
        };
    }

    /// <summary>The forms of all units for a month.</summary>
    public async Task<ProvinceView> ReadProvinceAsync(
        FormDefinition form, YearMonth month, CancellationToken cancellationToken, DateOnly? knownOn = null)
    {
        var units = book.UnitsOf(form);
        var submissions = await SubmissionsAsync(form, month, cancellationToken);
        var figures = await FiguresAsync(form, units, month, knownOn, cancellationToken);
        var province = book.ProvinceOf(form);
        return new ProvinceView(
            form.Id,
            form.Title,
            new UnitView(province.Code.Value, province.Name),
            month,
            form.DueOn(month),
            [.. form.Columns.Select(column => Cell(form, month, column, Total(units, column, figures), null) with { Events = null })],
            [.. units.Select(unit => Row(form, unit, month, submissions.GetValueOrDefault(unit.Code.Value), column => figures(unit, column)))]);
    }

    private static Figure Total(IReadOnlyList<Region> units, FormColumn column, Func<Region, FormColumn, Figure> figures) =>
        new(units.Sum(unit => figures(unit, column).Value), units.Sum(unit => figures(unit, column).Events));

    private static FormView Compile(FormDefinition form, Region unit, YearMonth month, FormState state, Func<FormColumn, Figure> figures) => new(
        form.Id,
        form.Title,
        new UnitView(unit.Code.Value, unit.Name),
        month,
        form.DueOn(month),
        ProgressOf(state),
        SubmissionOf(state),
        [.. form.Columns.Select(column => Cell(form, month, column, figures(column), SubmittedOf(state, column)))]);

    private static CellView Cell(FormDefinition form, YearMonth month, FormColumn column, Figure figure, decimal? submitted)
    {
        var state = column.IsReportedIn(month) ? column.Entered ? CellState.Entered : CellState.Computed : CellState.Closed;
        var isComputed = state == CellState.Computed;
        return new CellView(
            column.Number,
            column.Group,
            column.Subgroup,
            column.Name,
            column.Unit,
            isComputed ? figure.Value : null,
            state,
            submitted,
            column.Definition,
            isComputed ? figure.Events : null,
            !isComputed ? null : $"{month}/cells/{column.Number}/events");
    }

    private static UnitRow Row(
        FormDefinition form, Region unit, YearMonth month, SubmissionView? submission, Func<FormColumn, Figure> figures) => new(
        new UnitView(unit.Code.Value, unit.Name),
        submission is null ? FormProgress.Open : FormProgress.Submitted,
        submission,
        [.. form.Columns.Select(column => UnitCell(Cell(form, month, column, figures(column), null), unit))]);

    private static UnitCell UnitCell(CellView cell, Region unit) =>
        new(cell.Column, cell.Value, cell.EventCount, cell.Events is null ? null : $"{unit.Code}/{cell.Events}");

    private static FormProgress ProgressOf(FormState state) =>
        state is FormState.Submitted ? FormProgress.Submitted : FormProgress.Open;

    private static SubmissionView? SubmissionOf(FormState state) =>
        state is FormState.Submitted { Submission: var submission }
            ? new SubmissionView(submission.SubmittedOn, submission.SubmittedBy, submission.IsLate())
            : null;

    private static decimal? SubmittedOf(FormState state, FormColumn column) =>
        (state as FormState.Submitted)?.Submission.Figures.FirstOrDefault(figure => figure.Column == column.Number)?.Value;

    private async Task<Func<Region, FormColumn, Figure>> FiguresAsync(
        FormDefinition form, IReadOnlyList<Region> units, YearMonth month, DateOnly? knownOn, CancellationToken cancellationToken)
    {
        var figures = await indicators.WithinAsync(
            [.. form.Columns.Select(column => KeyValuePair.Create(FormFigures.IdOf(form, column.Number), form.Window(column, month)))],
            [.. units.Select(unit => unit.Code.Value)],
            knownOn,
            cancellationToken);
        return (unit, column) => figures.GetValueOrDefault((FormFigures.IdOf(form, column.Number), unit.Code.Value), Figure.Zero);
    }

    private async Task<Dictionary<string, SubmissionView>> SubmissionsAsync(
        FormDefinition form, YearMonth month, CancellationToken cancellationToken)
    {
        var submissions = await dataSource.RowsAsync(
            "SELECT region, submitted_on, submitted_by, submitted_on > due_on FROM form_submissions WHERE form = $1 AND month = $2",
            [form.Id, month.ToString()],
            row => (Region: row.GetString(0), Submission: new SubmissionView(row.Date(1), row.GetString(2), row.GetBoolean(3))),
            cancellationToken);
        return submissions.ToDictionary(row => row.Region, row => row.Submission);
    }
}
