using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using YouthPlatform.Reporting.Exports;
using YouthPlatform.Reporting.Exports.Workbooks;
using YouthPlatform.Testing;

namespace YouthPlatform.Reporting.Tests.Exports;

/// <summary>Workbooks as readers other than the one that wrote them see them.</summary>
public sealed class WorkbookTests
{
    // Debian's own, which has the package python3-openpyxl.
    private const string Python = "/usr/bin/python3";

    private static readonly string Script = Path.Combine(Repository.Root, "tests/Reporting.Tests/Exports/read_workbook.py");

    [Fact]
    public async Task TheFormIsLaidOutAsPrinted()
    {
        var sheet = (await ReadAsync([FormSheets.Of(ExportedForms.Form(month: "2023-07"))])).Single()!;

        Cell(sheet, "A1").ShouldBe("2023年高校毕业生等青年就业创业推进计划工作进展情况统计表");
        Cell(sheet, "A2").ShouldBe("填报单位：长沙市（签章）");
        Cell(sheet, "U2").ShouldBe("填报日期：2023年11月28日");
        (Cell(sheet, "B3"), Cell(sheet, "B4"), Cell(sheet, "B5")).ShouldBe(("政策落实情况", "一次性吸纳就业补贴", "政策享受人数\n（人）"));
        (Cell(sheet, "H4"), Cell(sheet, "M4"), Cell(sheet, "N5")).ShouldBe(("求职创业补贴政策享受人数\n（人）", "各类招聘会举办场次", "线上\n（场）"));
        (Cell(sheet, "X4"), Cell(sheet, "Y5")).ShouldBe(("对未就业困难毕业生开展结对帮扶人数\n（人）", "其中，实现就业人数\n（人）"));
        string[] merged =
        [
            "A1:AE1", "A3:A5", "B3:I3", "J3:K3", "L3:R3", "S3:W3", "X3:AA3", "AB3:AE3", "B4:C4", "H4:H5", "M4:N4", "X4:Y4", "Z4:AA4", "AE4:AE5",
        ];
        merged.ShouldBeSubsetOf(sheet["merges"]!.AsArray().Select(merge => (string)merge!));
        Enumerable.Range(0, 31).ShouldAllBe(number => (decimal)sheet["cells"]![Address.Of(5, number)]! == number);
        Enumerable.Range(1, 30).ShouldAllBe(number => (decimal)sheet["cells"]![Address.Of(6, number)]! == number);
        Cell(sheet, "A8")!.ShouldContain("第18至22栏报送至2023年7月30日");
    }

    [Fact]
    public async Task ItIsPrintedOnLandscapeA4OnePageWideWithItsHeadingOnEveryPage()
    {
        var sheet = (await ReadAsync([FormSheets.Of(ExportedForms.Form())])).Single()!;

        ((string)sheet["orientation"]!, (int)sheet["paper"]!, sheet["fit"]!.ToJsonString()).ShouldBe(("landscape", 9, "[true,1,0]"));
        ((string)sheet["titles"]!, (string)sheet["area"]!).ShouldBe(("$3:$6", "$A$1:$AE$8"));
        ((string)sheet["font"]!).ShouldBe("宋体");
        var boxed = sheet["boxed"]!.AsArray().Select(cell => (string)cell!).ToHashSet();
        Enumerable.Range(2, 5).SelectMany(row => Enumerable.Range(0, 31).Select(column => Address.Of(row, column))).ShouldBeSubsetOf(boxed);
    }

    [Fact]
    public async Task AClosedColumnIsEmptyAndAFigureThatWantsExplainingHasANote()
    {
        var column = ExportedForms.Policy.Forms["h32_progress"].Column(5);
        var form = ExportedForms.Form(cells: new Dictionary<int, PrintedCell> { [5] = new(column, 120, "报送数 120，现为 128") });

        var sheet = (await ReadAsync([FormSheets.Of(form)])).Single()!;

        string[] closed = ["S7", "T7", "U7", "V7", "W7"];
        closed.ShouldAllBe(cell => sheet["cells"]![cell] == null);
        ((decimal)sheet["cells"]!["F7"]!).ShouldBe(120);
        sheet["notes"]!.ToJsonString().ShouldBe(new JsonObject { ["F7"] = "报送数 120，现为 128" }.ToJsonString());
        Cell(sheet, "A8")!.ShouldEndWith("备注：第5栏报送数 120，现为 128。");
    }

    [Fact]
    public async Task TheProvincesWorkbookHasASummaryAndASheetForEachUnit()
    {
        var forms = ExportedForms.Province();

        var sheets = await ReadAsync([FormSheets.Summary("湖南省", forms), .. forms.Select(FormSheets.Of)]);

        sheets.Select(sheet => (string)sheet!["name"]!).ShouldBe(["汇总", .. forms.Select(form => form.Unit.Name)]);
        var summary = sheets[0]!;
        Cell(summary, "U2").ShouldBe("应报 14 个单位，已报 14 个");
        Enumerable.Range(6, 14).Select(row => Cell(summary, Address.Of(row, 0))).ShouldBe(forms.Select(form => form.Unit.Name));
        (Cell(summary, "A21"), (decimal)summary["cells"]!["F21"]!, summary["cells"]!["S21"]).ShouldBe(("合计", 14 * 5, null));
    }

    [Fact]
    public void EveryFormOnFileIsAValidFileAndTheSameForTheSameFigures()
    {
        foreach (var (id, definition) in ExportedForms.Policy.Forms)
        {
            var noted = new PrintedCell(definition.Column(1), 1.5m, "附注");
            var form = ExportedForms.Form(id, definition.Months().First().ToString(), cells: new Dictionary<int, PrintedCell> { [1] = noted });
            var other = form with { Unit = form.Unit with { Name = "株洲市" } };
            Sheet[] sheets = [FormSheets.Summary("湖南省", [form]), FormSheets.Of(form), FormSheets.Of(other)];
            var file = WorkbookFile.Write(sheets);
            using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken)
                .Select(error => $"{id} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
            WorkbookFile.Write(sheets).ShouldBe(file);
        }
    }

    private static async Task<JsonArray> ReadAsync(IReadOnlyList<Sheet> sheets)
    {
        var directory = Directory.CreateTempSubdirectory("workbook");
        try
        {
            var path = Path.Combine(directory.FullName, "form.xlsx");
            await File.WriteAllBytesAsync(path, WorkbookFile.Write(sheets), TestContext.Current.CancellationToken);
            return JsonNode.Parse(await Tool.RunAsync(Python, Script, path))!.AsArray();
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string? Cell(JsonNode sheet, string address) => sheet["cells"]![address]?.ToString();
}
