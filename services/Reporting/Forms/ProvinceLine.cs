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
        Region unit,
        FormRow? row,
        EarlierForm? standing,
        Func<FormColumn, Figure> figures,
        IReadOnlyList<CorrectionInForce> corrections,
        Func<int, decimal?> entries) => new(
        FormCompiler.Unit(unit),
        row?.State ?? FormProgress.Open,
        row?.Version,
        row?.Submission(form.DueOn(month)),
        [.. form.Columns.Select(column => Cell(month, unit, column, standing, figures(column), corrections, entries(column.Number)))]);

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
        Region unit,
        FormColumn column,
        EarlierForm? standing,
        Figure figure,
        IReadOnlyList<CorrectionInForce> corrections,
        decimal? entry)
    {
        decimal? submitted = standing?.Values.TryGetValue(column.Number, out var value) == true ? value : null;
        if (!column.IsReportedIn(month) || column.Entered)
        {
            return new(column.Number, column.IsReportedIn(month) ? entry : null, submitted, null, null, null);
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
