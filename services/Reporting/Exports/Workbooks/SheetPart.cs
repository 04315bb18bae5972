using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace YouthPlatform.Reporting.Exports.Workbooks;

/// <summary>Writes a sheet into its part of the package.</summary>
internal static class SheetPart
{
    private const uint A4 = 9;
    private const double Margin = 0.4;

    public static void Write(Sheet sheet, WorksheetPart part, bool isFirst)
    {
        var notes = NotesOf(sheet);
        var merges = MergesOf(sheet);
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"{Address.Of(0, 0)}:{Address.Of(sheet.Rows.Count - 1, sheet.Widths.Count - 1)}" },
            new SheetViews(View(sheet, isFirst)),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(sheet.Widths.Select(Column)),
            new SheetData(sheet.Rows.Select((row, index) => Row(sheet, row, index))));
        if (merges.Count > 0)
        {
            worksheet.Append(new MergeCells(merges.Select(merge => new MergeCell { Reference = merge })) { Count = (uint)merges.Count });
        }

        worksheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = Margin, Right = Margin, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
        if (notes.Count > 0)
        {
            worksheet.Append(new LegacyDrawing { Id = NotesPart.Write(part, notes) });
        }

        part.Worksheet = worksheet;
    }

    private static SheetView View(Sheet sheet, bool isFirst) => new(
        new Pane
        {
            HorizontalSplit = 1,
            VerticalSplit = sheet.Titles.Last,
            TopLeftCell = Address.Of(sheet.Titles.Last, 1),
            ActivePane = PaneValues.BottomRight,
            State = PaneStateValues.Frozen,
        })
    {
        WorkbookViewId = 0,
        TabSelected = isFirst ? true : null,
        ShowGridLines = false,
    };

    private static Column Column(double width, int index) =>
        new() { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true };

    /// <summary>The cells of a row, and the empty ones of those that cells above and to the left take: borders belong to each.</summary>
    private static Row Row(Sheet sheet, SheetRow row, int index)
    {
        var cells = sheet.Rows.Take(index + 1)
            .SelectMany((above, aboveIndex) => above.Cells.Where(cell => aboveIndex + cell.Rows > index).Select(cell => (cell, aboveIndex)))
            .SelectMany(pair => Enumerable.Range(pair.cell.Column, pair.cell.Columns)
                .Select(column => (Column: column, Cell: Cell(pair.cell, index, column, pair.aboveIndex == index && column == pair.cell.Column))))
            .OrderBy(cell => cell.Column)
            .Select(cell => cell.Cell);
        return new Row(cells) { RowIndex = (uint)index + 1, Height = row.Height, CustomHeight = true };
    }

    private static Cell Cell(SheetCell cell, int row, int column, bool isFirst)
    {
        var written = new Cell { CellReference = Address.Of(row, column), StyleIndex = (uint)cell.Style };
        if (isFirst && cell.Number is { } number)
        {
            written.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else if (isFirst && cell.Text is { } text)
        {
            written.DataType = CellValues.InlineString;
            written.InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        }

        return written;
    }

    private static List<string> MergesOf(Sheet sheet) =>
    [
        .. from row in sheet.Rows.Index()
           from cell in row.Item.Cells
           where cell.Rows > 1 || cell.Columns > 1
           select $"{Address.Of(row.Index, cell.Column)}:{Address.Of(row.Index + cell.Rows - 1, cell.Column + cell.Columns - 1)}",
    ];

    private static List<Note> NotesOf(Sheet sheet) =>
    [
        .. from row in sheet.Rows.Index()
           from cell in row.Item.Cells
           where cell.Note is not null
           select new Note(row.Index, cell.Column, cell.Note!),
    ];
}
