using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace YouthPlatform.Reporting.Exports;

/// <summary>Forms as CSV, a line a figure. Excel takes it for UTF-8 by its mark, and never a text for a formula.</summary>
internal static class FormCsv
{
    public const string MediaType = "text/csv; charset=utf-8";

    private static readonly string[] Heading = ["月份", "行政区划代码", "填报单位", "栏次", "类别", "子类", "指标", "计量单位", "数量", "备注"];

    public static byte[] Write(IReadOnlyList<PrintedForm> forms)
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            Write(csv, Heading);
            foreach (var form in forms)
            {
                foreach (var cell in form.Cells)
                {
                    Write(csv, Line(form, cell));
                }
            }
        }

        return stream.ToArray();
    }

    private static string?[] Line(PrintedForm form, PrintedCell cell) =>
    [
        form.Month.ToString(),
        form.Unit.Region,
        form.Unit.Name,
        cell.Column.Number.ToString(CultureInfo.InvariantCulture),
        cell.Column.Group,
        cell.Column.Subgroup,
        cell.Column.Name,
        cell.Column.Unit,
        cell.Value?.ToString(CultureInfo.InvariantCulture),
        cell.Note,
    ];

    private static void Write(CsvWriter csv, IEnumerable<string?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
