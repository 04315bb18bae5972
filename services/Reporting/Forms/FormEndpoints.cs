using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Routes that read forms.</summary>
internal static class FormEndpoints
{
    public static IEndpointRouteBuilder MapForms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapV1("forms").RequireRoles(Officials.FormReaders);
        forms.MapGet("{form}/{month}", ReadProvinceAsync)
            .WithName("ReadProvinceForms").WithSummary("The forms of all prefectures of the province for a month");
        forms.MapGet("{form}/{prefecture}/{month}", ReadAsync)
            .WithName("ReadForm").WithSummary("The form of a prefecture for a month");
        forms.MapGet("{form}/{prefecture}/{month}/differences", ReadDifferencesAsync)
            .WithName("ReadFormDifferences").WithSummary("Cells whose figure is no longer the one that was submitted or locked");
        forms.MapGet("{form}/{prefecture}/{month}/versions", ReadVersionsAsync)
            .WithName("ReadFormVersions").WithSummary("All figures of a form that were submitted or restated");
        forms.MapGet("{form}/{prefecture}/{month}/versions/{version:int}", ReadVersionAsync)
            .WithName("ReadFormVersion").WithSummary("A version with its figures and checks");
        forms.MapGet("{form}/{prefecture}/{month}/history", ReadHistoryAsync)
            .WithName("ReadFormHistory").WithSummary("What happened to a form, by whom and why");
        forms.MapGet("{form}/{prefecture}/{month}/steps", ReadStepsAsync)
            .WithName("ReadFormSteps").WithSummary("Steps that the caller may take on the form now");
        return routes.MapFormSteps().MapDeadlines();
    }

    private static async Task<IResult> ReadProvinceAsync(
        string form, string month, DateOnly? asKnownOn, Caller caller, FormBook book, FormReader reader, HttpContext http)
    {
        var (definition, parsed) = book.Get(form, month);
        FormRights.RequireSightOfAll(caller, definition);
        return Conditional.Ok(http, await reader.ReadProvinceAsync(definition, parsed, http.RequestAborted, asKnownOn));
    }

    private static async Task<IResult> ReadAsync([AsParameters] FormRead read, HttpContext http) =>
        Conditional.Ok(http, FormCompiler.View(await read.SheetAsync()));

    private static async Task<IResult> ReadDifferencesAsync([AsParameters] FormRead read, HttpContext http) =>
        Conditional.Ok(http, FormCompiler.Differences(await read.SheetAsync()));

    private static async Task<IResult> ReadVersionsAsync([AsParameters] FormRead read, HttpContext http) =>
        Conditional.Ok(http, FormCompiler.Versions(await read.SheetAsync()));

    private static async Task<IResult> ReadVersionAsync([AsParameters] FormRead read, int version, HttpContext http)
    {
        var sheet = await read.SheetAsync();
        var found = sheet.State.File.Versions.FirstOrDefault(each => each.Number == version)
            ?? throw ApiException.NotFound("form.version_unknown", $"该报表没有第 {version} 版。");
        return Conditional.Ok(http, FormCompiler.Figures(sheet, found));
    }

    private static async Task<HistoryView> ReadHistoryAsync([AsParameters] FormRead read)
    {
        var (definition, unit, month) = read.Address();
        return await read.Reader.HistoryAsync(definition, unit, month, read.Cancellation);
    }

    private static async Task<FormStepsView> ReadStepsAsync([AsParameters] FormRead read, FormDesk desk)
    {
        var (definition, unit, month) = read.Address();
        return new(await desk.StepsAsync(read.Caller, definition, unit, month, read.Cancellation));
    }
}
