using System.Globalization;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Exports.Workbooks;

namespace YouthPlatform.Reporting.Exports;

/// <summary>Forms as sheets laid out as they are printed: title, line of the unit with its seal, heading, column numbers, figures, remarks.</summary>
internal static class FormSheets
{
    private const int RowsAboveHead = 2;
    private const double FigureHeight = 24;
    private const string BlankDate = "      年    月    日";

    /// <summary>The form of one unit.</summary>
    public static Sheet Of(PrintedForm form)
    {
        var line = new FigureLine("数量", form.Cells);
        var remarks = string.Join('\n', ((string?[])[FormRemarks.Of(form.Definition), FormRemarks.Of(form.Cells)]).OfType<string>());
        return Sheet(
            form.Unit.Name,
            form.Definition,
            form.Definition.Title,
            [
                $"填报单位：{form.Unit.Name}（签章）",
                $"报送月份：{FormRemarks.Chinese(form.Month)}",
                $"填报日期：{(form.FilledOn is { } day ? FormRemarks.Chinese(day) : BlankDate)}",
            ],
            "项目",
            [line],
            remarks);
    }

    /// <summary>The forms of all units with their totals.</summary>
    public static Sheet Summary(string province, IReadOnlyList<PrintedForm> forms)
    {
        var (definition, month) = (forms[0].Definition, forms[0].Month);
        var submitted = forms.Count(form => form.FilledOn is not null);
        return Sheet(
            "汇总",
            definition,
            $"{definition.Title}（汇总）",
            [
                $"汇总单位：{province}（签章）",
                $"报送月份：{FormRemarks.Chinese(month)}",
                $"应报 {forms.Count} 个单位，已报 {submitted} 个",
            ],
            "填报单位",
            [.. forms.Select(form => new FigureLine(form.Unit.Name, form.Cells)), new FigureLine("合计", Totals(forms))],
            FormRemarks.Of(definition));
    }

    /// <summary>Sums of what the units report; empty where no unit has a figure.</summary>
    public static IReadOnlyList<PrintedCell> Totals(IReadOnlyList<PrintedForm> forms) =>
    [
        .. forms[0].Definition.Columns.Select((column, index) =>
        {
            var figures = forms.Select(form => form.Cells[index].Value).OfType<decimal>().ToList();
            return new PrintedCell(column, figures.Count == 0 ? null : figures.Sum(), null);
        }),
    ];

    private static Sheet Sheet(
        string name, FormDefinition form, string title, string[] line, string corner, IReadOnlyList<FigureLine> figures, string remarks)
    {
        var last = form.Columns.Count;
        var head = HeadLayout.Of(form.Columns);
        var sizes = HeadSizes.Of(head, [.. form.Columns.Select((_, index) => figures.Max(row => Digits(row.Cells[index])))]);
        var heights = sizes.Heights(head);
        var label = figures.Max(row => row.Label.Length);
        head[0] = [new SheetCell(0, CellStyle.Head) { Text = corner, Rows = HeadLayout.Rows }, .. head[0]];
        return new Sheet(
            name,
            [Math.Max(5, (label * 1.75) + 1.3), .. sizes.Widths],
            [
                new SheetRow(30, [new SheetCell(0, CellStyle.Title) { Text = title, Columns = last + 1 }]),
                new SheetRow(20, Thirds(line, last + 1)),
                .. head.Select((cells, row) => new SheetRow(heights[row], cells)),
                new SheetRow(16, [.. Enumerable.Range(0, last + 1).Select(number => new SheetCell(number, CellStyle.Figure) { Number = number })]),
                .. figures.Select(row => new SheetRow(
                    FigureHeight, [new SheetCell(0, CellStyle.Head) { Text = row.Label }, .. row.Cells.Select(Cell)])),
                new SheetRow(sizes.RemarkHeight(remarks), [new SheetCell(0, CellStyle.Remark) { Text = remarks, Columns = last + 1 }]),
            ],
            (RowsAboveHead + 1, RowsAboveHead + HeadLayout.Rows + 1));
    }

    private static SheetCell[] Thirds(string[] texts, int columns)
    {
        var third = columns / 3;
        return
        [
            new SheetCell(0, CellStyle.LineLeft) { Text = texts[0], Columns = third },
            new SheetCell(third, CellStyle.LineCenter) { Text = texts[1], Columns = third },
            new SheetCell(2 * third, CellStyle.LineRight) { Text = texts[2], Columns = columns - (2 * third) },
        ];
    }

    private static SheetCell Cell(PrintedCell cell)
    {
        var style = (HasFraction(cell), cell.Note is not null) switch
        {
            (false, false) => CellStyle.Figure,
            (false, true) => CellStyle.NotedFigure,
            (true, false) => CellStyle.Amount,
            (true, true) => CellStyle.NotedAmount,
        };
        return new SheetCell(cell.Column.Number, style) { Number = cell.Value, Note = cell.Note };
    }

    // Amounts of money have two decimals even when they are whole.
    private static bool HasFraction(PrintedCell cell) => cell.Value is { Scale: > 0 };

    private static int Digits(PrintedCell cell) =>
        cell.Value?.ToString(HasFraction(cell) ? "N2" : "0", CultureInfo.InvariantCulture).Length ?? 0;

    private sealed record FigureLine(string Label, IReadOnlyList<PrintedCell> Cells);
}
