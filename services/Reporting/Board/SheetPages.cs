using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Board.Steps;
using YouthPlatform.Reporting.Exports;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board;

/// <summary>Forms as printed, of one unit or of all of them.</summary>
internal static class SheetPages
{
    public static RouteGroupBuilder MapSheets(this RouteGroupBuilder pages)
    {
        pages.MapGet("/forms", ChooseAsync);
        pages.MapGet("/forms/{form}/{month}", ProvinceAsync);
        pages.MapGet("/forms/{form}/{unit}/{month}", SheetAsync);
        pages.MapGet("/forms/{form}/{month}.xlsx", ExportEndpoints.ProvinceXlsxAsync);
        pages.MapGet("/forms/{form}/{prefecture}/{month}.xlsx", ExportEndpoints.XlsxAsync);
        return pages;
    }

    /// <summary>The whole province for who sees it, otherwise the viewer's own form.</summary>
    private static RedirectHttpResult ChooseAsync(string? form, string? month, string? knownOn, BoardRequest request)
    {
        var choice = request.Choose(form, month);
        var moment = string.IsNullOrEmpty(knownOn) ? null : $"?knownOn={Uri.EscapeDataString(knownOn)}";
        return TypedResults.Redirect((choice.SeesAll
            ? BoardRoutes.Province(choice.Form, choice.Month)
            : BoardRoutes.Sheet(choice.Form, choice.Units[0], choice.Month)) + moment);
    }

    private static async Task<RazorComponentResult<Province>> ProvinceAsync(
        string form, string month, string? knownOn, BoardRequest request, FormBook book, FormReader reader)
    {
        var (definition, parsed) = book.Get(form, month);
        FormRights.RequireSightOfAll(request.Caller, definition);
        var choice = request.Choose(form, month) with { Month = parsed };
        var day = Moment.Of(knownOn, request.Today);
        var view = await reader.ReadProvinceAsync(definition, parsed, request.Aborted, day);
        var rows = choice.Units.Zip(view.Units, (unit, row) =>
            new UnitLine(unit, StateLabel.Of(row.State), [.. row.Cells.Select(cell => cell.Value)]));
        return new RazorComponentResult<Province>(new
        {
            Model = new ProvinceModel(
                request.Viewer, choice, book.ProvinceOf(definition), [.. rows], [.. view.Totals.Select(cell => cell.Value)], day),
        });
    }

    private static async Task<RazorComponentResult<Sheet>> SheetAsync(
        string form, string unit, string month, string? done, string? knownOn, int? version, BoardRequest request, FormBook book, FormReader reader)
    {
        var address = SheetAddress.Of(form, unit, month, request, book);
        var day = Moment.Of(knownOn, request.Today);
        var sheet = await reader.SheetAsync(address.Form, address.Unit, address.Month, request.Aborted, day);
        var view = FormCompiler.View(sheet);
        var shown = version is null ? null : sheet.State.File.Versions.FirstOrDefault(each => each.Number == version)
            ?? throw ApiException.NotFound("form.version_unknown", $"该报表没有第 {version} 版。");
        var isNow = shown is null && day is null;
        return new RazorComponentResult<Sheet>(new
        {
            Model = new SheetModel(
                request.Viewer,
                address.Form,
                address.Unit,
                address.Month,
                StateLabel.Of(view.State),
                SheetFacts.Of(view),
                [.. shown is null ? address.Form.Columns.Zip(view.Cells, CellOf) : address.Form.Columns.Select(column => CellOf(column, shown, address.Month))],
                isNow ? StepLinks.OfForm(request.Caller, address, book, sheet.State) : [],
                CheckLines.Of(shown?.Checks ?? view.Checks),
                BoardStep.Of(done)?.Done,
                shown is not null ? VersionText.Of(shown) : day is { } known ? Moment.Name(known) : null,
                day),
        });
    }

    private static SheetCell CellOf(FormColumn column, CellView cell) =>
        new(column, cell.State == CellState.Closed, cell.Value, cell.State == CellState.Entered ? "人工填报" : cell.Adjustment is null ? null : "已更正");

    private static SheetCell CellOf(FormColumn column, FormVersion version, YearMonth month)
    {
        var figure = version.Figures.FirstOrDefault(figure => figure.Column == column.Number);
        return new(column, !column.IsReportedIn(month), figure?.Value, column.Entered ? "人工填报" : figure is { Adjustment: not 0 } ? "已更正" : null);
    }
}

/// <summary>A form that the caller may see.</summary>
/// <param name="Form">The form.</param>
/// <param name="Unit">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
internal sealed record SheetAddress(FormDefinition Form, ReportingUnit Unit, YearMonth Month)
{
    /// <summary>The form of an address.</summary>
    /// <exception cref="ApiException">404 when there is none.</exception>
    /// <exception cref="ServiceDefaults.Authorization.ForbiddenException">The unit is none that the caller answers for.</exception>
    public static SheetAddress Of(string form, string unit, string month, BoardRequest request, FormBook book)
    {
        var (definition, parsed) = book.Get(form, month);
        return new SheetAddress(definition, book.UnitFor(request.Caller, definition, unit), parsed);
    }
}
