using YouthPlatform.Policy;
using YouthPlatform.Reporting.Exports;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Tests.Hosting;

namespace YouthPlatform.Reporting.Tests.Exports;

/// <summary>Forms on file with made-up figures: the number of a column, except what a test says.</summary>
internal static class ExportedForms
{
    public static PolicyData Policy { get; } = PolicyData.Load(Samples.Seeds);

    public static PrintedForm Form(
        string form = "h32_progress", string month = "2023-11", string region = "430100", IReadOnlyDictionary<int, PrintedCell>? cells = null)
    {
        var definition = Policy.Forms[form];
        var parsed = YearMonth.Parse(month);
        return new PrintedForm(
            definition,
            new UnitView(region, Policy.Regions.Get(region).Name),
            parsed,
            new DateOnly(2023, 11, 28),
            [.. definition.Columns.Select(column => cells?.GetValueOrDefault(column.Number)
                ?? new PrintedCell(column, column.IsReportedIn(parsed) ? column.Number : null, null))]);
    }

    public static IReadOnlyList<PrintedForm> Province(string form = "h32_progress") =>
        [.. Policy.Regions.PrefecturesOf(RegionCode.Parse("430000")).Select(unit => Form(form, region: unit.Code.Value))];
}
