using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Forms;

/// <summary>The lines of a province's form.</summary>
internal static class ProvinceLine
{
    /// <summary>The line of a unit.</summary>
    public static UnitRow Of(
        FormDefinition form,
        YearMonth month,
        ReportingUnit unit,
        UnitStanding standing,
        Func<FormColumn, Figure> figures,
        IReadOnlyList<CorrectionInForce> corrections) => new(
        FormCompiler.Unit(unit),
        standing.State,
        standing.Figures?.Version,
        standing.Submission,
        [.. form.Columns.Select(column => Cell(month, unit, column, standing, figures(column), corrections))]);

    /// <summary>The sum of a column over the units; null where none has a figure.</summary>
    public static CellView Total(FormColumn column, YearMonth month, IReadOnlyList<UnitRow> lines)
    {
        var cells = lines.Select(line => line.Cells[column.Number - 1]).ToList();
        var state = !column.IsReportedIn(month) ? CellState.Closed : column.Entered ? CellState.Entered : CellState.Computed;
        var adjustment = Sum(cells.Select(cell => cell.Adjustment));
        var value = Sum(cells.Select(cell => cell.Value));
        return new(
            column.Number,
            column.Group,
            column.Subgroup,
            column.Name,
            column.Unit,
            value,
            state,
            state == CellState.Computed ? value - (adjustment ?? 0) : null,
            adjustment,
            Sum(cells.Select(cell => cell.Submitted)),
            column.Definition,
            null,
            null,
            state == CellState.Computed ? cells.Sum(cell => cell.EventCount) : null,
            null);
    }

    private static UnitCell Cell(
        YearMonth month,
        ReportingUnit unit,
        FormColumn column,
        UnitStanding standing,
        Figure figure,
        IReadOnlyList<CorrectionInForce> corrections)
    {
        decimal? submitted = standing.Figures?.Values.TryGetValue(column.Number, out var value) == true ? value : null;
        if (!column.IsReportedIn(month) || column.Entered)
        {
            return new(column.Number, column.IsReportedIn(month) ? standing.Entry(column.Number) : null, submitted, null, null, null);
        }

        var own = corrections.Where(correction => correction.Column == column.Number && AddsUp.From(column, correction.Since, month)).ToList();
        var adjustment = own.Sum(correction => correction.Difference);
        return new(
            column.Number,
            figure.Value + adjustment,
            submitted,
            own.Count > 0 ? adjustment : null,
            figure.Events,
            $"{unit.Code}/{month}/cells/{column.Number}/events");
    }

    private static decimal? Sum(IEnumerable<decimal?> figures)
    {
        var known = figures.OfType<decimal>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }
}

/// <summary>Where the form of a unit and month stands, now or on a day.</summary>
/// <param name="State">The state.</param>
/// <param name="Submission">How it was submitted last; null before the first time.</param>
/// <param name="Figures">The figures that stand; null while there are none.</param>
/// <param name="Entry">What is entered in a column; null for nothing.</param>
internal sealed record UnitStanding(FormProgress State, SubmissionView? Submission, EarlierForm? Figures, Func<int, decimal?> Entry)
{
    /// <summary>The same of a state.</summary>
    public static UnitStanding Of(FormState state, YearMonth month, DateOnly dueOn) => new(
        FormStates.Of(state),
        FormCompiler.Submission(state, dueOn),
        state.Official is { } official
            ? new EarlierForm(month, official.Number, official.Figures.ToDictionary(figure => figure.Column, figure => figure.Value))
            : null,
        column => state.File.Entries.GetValueOrDefault(column)?.Value);
}
