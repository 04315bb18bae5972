using System.Text;
using YouthPlatform.Reporting.Exports;

namespace YouthPlatform.Reporting.Tests.Exports;

public sealed class FormCsvTests
{
    [Fact]
    public void ALineAFigureInUtf8ThatExcelRecognises()
    {
        var file = FormCsv.Write([ExportedForms.Form()]);

        file.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(file, 3, file.Length - 3).Split("\r\n");
        lines.Length.ShouldBe(1 + 30 + 1);
        lines[0].ShouldBe("月份,行政区划代码,填报单位,栏次,类别,子类,指标,计量单位,数量,备注");
        lines[5].ShouldBe("2023-11,430100,长沙市,5,政策落实情况,就业见习补贴,政策享受人数,人,5,");
        lines[18].ShouldBe("2023-11,430100,长沙市,18,公共就业服务进校园开展情况,,开展活动场次数,场,,");
    }

    [Fact]
    public void ATextIsNeverAFormula()
    {
        var column = ExportedForms.Policy.Forms["h32_progress"].Column(1);
        var cells = new Dictionary<int, PrintedCell> { [1] = new(column, 1, "=HYPERLINK(\"http://example.org\")"), [2] = new(column, 2, "@SUM(A1)") };

        var lines = Encoding.UTF8.GetString(FormCsv.Write([ExportedForms.Form(cells: cells)])).Split("\r\n");

        lines[1].ShouldEndWith(",\"'=HYPERLINK(\"\"http://example.org\"\")\"");
        lines[2].ShouldEndWith(",\"'@SUM(A1)\"");
    }
}
