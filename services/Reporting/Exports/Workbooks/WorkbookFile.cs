using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenXmlSheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace YouthPlatform.Reporting.Exports.Workbooks;

/// <summary>Workbooks as xlsx files. The same sheets make the same bytes.</summary>
internal static class WorkbookFile
{
    /// <summary>The media type of an xlsx file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Writes sheets in the order of their tabs.</summary>
    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = CellFormats.Stylesheet();
            for (var index = 0; index < sheets.Count; index++)
            {
                SheetPart.Write(sheets[index], workbook.AddNewPart<WorksheetPart>(IdOf(index)), isFirst: index == 0);
            }

            workbook.Workbook = new Workbook(
                new BookViews(new WorkbookView { ActiveTab = 0 }),
                new Sheets(sheets.Select((sheet, index) => new OpenXmlSheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = IdOf(index) })),
                new DefinedNames(sheets.SelectMany(NamesOf)));
        }

        return Package.Settle(stream);
    }

    private static string IdOf(int index) => $"sheet{index + 1}";

    private static IEnumerable<DefinedName> NamesOf(Sheet sheet, int index)
    {
        var area = $"{Address.Absolute(0, 0)}:{Address.Absolute(sheet.Rows.Count - 1, sheet.Widths.Count - 1)}";
        yield return new DefinedName($"'{sheet.Name}'!{area}") { Name = "_xlnm.Print_Area", LocalSheetId = (uint)index };
        yield return new DefinedName($"'{sheet.Name}'!${sheet.Titles.First}:${sheet.Titles.Last}")
        {
            Name = "_xlnm.Print_Titles",
            LocalSheetId = (uint)index,
        };
    }
}
