using YouthPlatform.Reporting.Exports.Workbooks;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Exports;

/// <summary>Routes of files: the address of a form with the ending of the file.</summary>
internal static class ExportEndpoints
{
    public static IEndpointRouteBuilder MapExports(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapV1("forms").RequireRoles(Officials.FormReaders);
        Map<Stream>("{form}/{prefecture}/{month}.xlsx", XlsxAsync, "ExportFormXlsx", "The form laid out as it is printed", WorkbookFile.MediaType);
        Map<Stream>("{form}/{prefecture}/{month}.csv", CsvAsync, "ExportFormCsv", "The form as CSV, a line a figure", "text/csv");
        Map<FormView>("{form}/{prefecture}/{month}.json", JsonAsync, "ExportFormJson", "The form as a JSON file", "application/json");
        Map<Stream>(
            "{form}/{month}.xlsx",
            ProvinceXlsxAsync,
            "ExportProvinceXlsx",
            "All forms of a month: a summary, then a sheet a unit",
            WorkbookFile.MediaType);
        Map<Stream>("{form}/{month}.csv", ProvinceCsvAsync, "ExportProvinceCsv", "All forms of a month as CSV, a line a figure", "text/csv");
        Map<IReadOnlyList<FormView>>(
            "{form}/{month}.json", ProvinceJsonAsync, "ExportProvinceJson", "All forms of a month as a JSON file", "application/json");
        return routes;

        void Map<T>(string pattern, Delegate handler, string name, string summary, string mediaType) =>
            forms.MapGet(pattern, handler).WithName(name).WithSummary(summary).Produces<T>(StatusCodes.Status200OK, mediaType);
    }

    /// <summary>The workbook of a unit, for the API and the board.</summary>
    public static async Task<IResult> XlsxAsync([AsParameters] ExportedUnit unit) =>
        unit.Answer(WorkbookFile.Write([FormSheets.Of(await unit.PrintedAsync())]), WorkbookFile.MediaType, "xlsx");

    private static async Task<IResult> CsvAsync([AsParameters] ExportedUnit unit) =>
        unit.Answer(FormCsv.Write([await unit.PrintedAsync()]), FormCsv.MediaType, "csv");

    private static async Task<IResult> JsonAsync([AsParameters] ExportedUnit unit) =>
        unit.Answer(FormJson.Write(await unit.ReadAsync()), FormJson.MediaType, "json");

    /// <summary>The workbook of all units, for the API and the board.</summary>
    public static async Task<IResult> ProvinceXlsxAsync([AsParameters] ExportedProvince province)
    {
        var forms = await province.PrintedAsync();
        var sheets = forms.Select(FormSheets.Of).Prepend(FormSheets.Summary(province.Region.Name, forms));
        return province.Answer(WorkbookFile.Write([.. sheets]), WorkbookFile.MediaType, "xlsx");
    }

    private static async Task<IResult> ProvinceCsvAsync([AsParameters] ExportedProvince province) =>
        province.Answer(FormCsv.Write(await province.PrintedAsync()), FormCsv.MediaType, "csv");

    private static async Task<IResult> ProvinceJsonAsync([AsParameters] ExportedProvince province) =>
        province.Answer(FormJson.Write(await province.ReadAsync()), FormJson.MediaType, "json");
}
