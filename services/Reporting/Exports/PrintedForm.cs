using System.Globalization;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Forms;

namespace YouthPlatform.Reporting.Exports;

/// <summary>A form as it goes out: the figures that were submitted, or those of now while nothing has been.</summary>
/// <param name="Definition">The form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="FilledOn">Day of submission; null while the form is open.</param>
/// <param name="Cells">Its figures in the order of the columns.</param>
internal sealed record PrintedForm(
    FormDefinition Definition, UnitView Unit, YearMonth Month, DateOnly? FilledOn, IReadOnlyList<PrintedCell> Cells)
{
    /// <summary>Takes a form as it stands.</summary>
    public static PrintedForm Of(FormDefinition definition, FormView view) => new(
        definition, view.Unit, view.Month, view.Submission?.SubmittedOn, [.. definition.Columns.Zip(view.Cells, CellOf)]);

    private static PrintedCell CellOf(FormColumn column, CellView cell)
    {
        var notes = string.Join('，', Notes(cell));
        return new PrintedCell(column, cell.State == CellState.Closed ? null : cell.Submitted ?? cell.Value, notes.Length == 0 ? null : notes);
    }

    /// <summary>Where a figure comes from that no events say alone, and what has become of it since it was submitted.</summary>
    private static IEnumerable<string> Notes(CellView cell)
    {
        foreach (var correction in cell.Corrections ?? [])
        {
            yield return correction.Difference == 0
                ? $"说明：{correction.Reason}"
                : $"更正 {correction.Difference.ToString("+0.##;-0.##", CultureInfo.InvariantCulture)}：{correction.Reason}";
        }

        if (cell is { State: CellState.Entered, Note: { } source })
        {
            yield return $"填写：{source}";
        }

        if (cell.Submitted is { } submitted && cell.Value is { } now && submitted != now)
        {
            yield return $"报送数 {Text(submitted)}，现为 {Text(now)}";
        }
    }

    private static string Text(decimal figure) => figure.ToString("G29", CultureInfo.InvariantCulture);
}

/// <summary>A figure of a form that goes out.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Value">The figure; null where there is none, which is not zero.</param>
/// <param name="Note">What is to be said about it.</param>
internal sealed record PrintedCell(FormColumn Column, decimal? Value, string? Note);
