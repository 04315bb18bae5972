using YouthPlatform.Policy;
using YouthPlatform.Reporting.Indicators;

namespace YouthPlatform.Reporting.Forms;

/// <summary>All that the form of a unit and month is made of, as of now. What is reported follows from it alone.</summary>
/// <param name="form">The form.</param>
/// <param name="unit">The reporting unit.</param>
/// <param name="month">Reported month.</param>
/// <param name="state">Where it stands today.</param>
/// <param name="computed">Computed figures by column; a missing one is zero.</param>
/// <param name="carried">Corrections of earlier months that may still hold.</param>
/// <param name="earlier">What stands for the unit in earlier months, in their order.</param>
internal sealed class FormSheet(
    FormDefinition form,
    ReportingUnit unit,
    YearMonth month,
    FormState state,
    IReadOnlyDictionary<int, Figure> computed,
    IReadOnlyList<CorrectionInForce> carried,
    IReadOnlyList<EarlierForm> earlier)
{
    private IReadOnlyList<LiveCell>? _cells;

    /// <summary>The form.</summary>
    public FormDefinition Form => form;

    /// <summary>The reporting unit.</summary>
    public ReportingUnit Unit => unit;

    /// <summary>Reported month.</summary>
    public YearMonth Month => month;

    /// <summary>Where it stands today.</summary>
    public FormState State => state;

    /// <summary>What stands for the unit in earlier months, in their order.</summary>
    public IReadOnlyList<EarlierForm> Earlier => earlier;

    /// <summary>The columns with their figures as of now.</summary>
    public IReadOnlyList<LiveCell> Cells => _cells ??= [.. form.Columns.Select(CellOf)];

    /// <summary>The same form in another state.</summary>
    public FormSheet After(FormState next) => new(form, unit, month, next, computed, carried, earlier);

    /// <summary>The figures to submit: every cell that has one.</summary>
    public IReadOnlyList<SubmittedFigure> Figures() => [.. Cells.Select(cell => cell.Figure).OfType<SubmittedFigure>()];

    /// <summary>A correction that holds in this month.</summary>
    public CorrectionInForce? Correction(Guid id) =>
        Cells.SelectMany(cell => cell.Corrections).FirstOrDefault(correction => correction.CorrectionId == id);

    /// <summary>Cells whose figure is no longer the one that stands.</summary>
    public IReadOnlyList<CellChange> Differences() => state.Official is not { } official
        ? []
        : [.. Cells.Select(cell => new CellChange(cell.Column.Number, official.Of(cell.Column.Number), cell.Figure))
            .Where(change => change.Before != change.After?.Value)];

    private LiveCell CellOf(FormColumn column)
    {
        if (!column.IsReportedIn(month))
        {
            return new(column, CellState.Closed, null, [], null);
        }

        if (column.Entered)
        {
            var entry = state.File.Entries.GetValueOrDefault(column.Number);
            return new(column, CellState.Entered, null, [], entry);
        }

        return new(column, CellState.Computed, computed.GetValueOrDefault(column.Number, Figure.Zero), CorrectionsOf(column), null);
    }

    private IReadOnlyList<CorrectionInForce> CorrectionsOf(FormColumn column)
    {
        var withdrawn = state.File.Withdrawals.Select(withdrawal => withdrawal.CorrectionId).ToHashSet();
        var earlierOnes = carried.Where(correction =>
            correction.Column == column.Number && AddsUp.From(column, correction.Since, month) && !withdrawn.Contains(correction.CorrectionId));
        var own = state.File.Corrections.Where(correction => correction.Column == column.Number)
            .Select(e => new CorrectionInForce(e.CorrectionId, e.Column, e.Month, e.Difference, e.Reason, e.Reference, e.On, e.By));
        return [.. earlierOnes, .. own];
    }
}

/// <summary>A cell as of now.</summary>
/// <param name="Column">The column.</param>
/// <param name="State">Where its figure comes from.</param>
/// <param name="Computed">What the events say; null of a closed or entered column.</param>
/// <param name="Corrections">Corrections in force.</param>
/// <param name="Entry">What was entered; null while nothing is.</param>
internal sealed record LiveCell(
    FormColumn Column, CellState State, Figure? Computed, IReadOnlyList<CorrectionInForce> Corrections, FigureEntered? Entry)
{
    /// <summary>What the corrections add; 0 without any.</summary>
    public decimal Adjustment => Corrections.Sum(correction => correction.Difference);

    /// <summary>The figure to report; null where there is none.</summary>
    public SubmittedFigure? Figure => (Computed, Entry) switch
    {
        ({ } computed, _) => new(Column.Number, computed.Value + Adjustment, computed.Events, Adjustment),
        (_, { } entry) => new(Column.Number, entry.Value, 0),
        _ => null,
    };
}

/// <summary>What stands for a unit in an earlier month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Version">Number of the figures.</param>
/// <param name="Values">Figures by column.</param>
internal sealed record EarlierForm(YearMonth Month, int Version, IReadOnlyDictionary<int, decimal> Values);

/// <summary>Whether a column's figures of two months are of one sum.</summary>
internal static class AddsUp
{
    /// <summary>Whether what was counted up to an earlier month is part of the figure of a later one.</summary>
    public static bool From(FormColumn column, YearMonth earlier, YearMonth later) => column.Span switch
    {
        FormSpan.Cumulative => earlier <= later,
        FormSpan.Year => earlier <= later && earlier.Year == later.Year,
        _ => earlier == later,
    };
}
