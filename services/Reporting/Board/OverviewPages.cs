using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Steps;

namespace YouthPlatform.Reporting.Board;

/// <summary>The overview, and where forms of a month stand.</summary>
internal static class OverviewPages
{
    public static RouteGroupBuilder MapOverview(this RouteGroupBuilder pages)
    {
        pages.MapGet("/", OverviewAsync);
        pages.MapGet("/status", StatusAsync);
        return pages;
    }

    private static async Task<IResult> OverviewAsync(
        string? form, string? month, int? column, BoardRequest request, MonthReader months, TargetPageReader targets, TileGrid grid)
    {
        if (!request.Viewer.IsOfficial)
        {
            return TypedResults.Redirect(BoardRoutes.Tasks);
        }

        var choice = request.Choose(form, month);
        var shown = choice.Form.Columns.FirstOrDefault(one => one.Number == column)
            ?? choice.Form.Columns.First(one => one.IsReportedIn(choice.Month));
        var view = await months.ReadAsync(choice, request);
        var lines = await targets.ListAsync(choice.Month.Year, request);
        var league = choice.SeesAll ? await targets.FirstLeagueAsync(choice, request) : null;
        return new RazorComponentResult<Overview>(new
        {
            Model = new OverviewModel(
                request.Viewer,
                choice,
                shown,
                lines,
                MonthReader.FactsOf(choice, view.Lines),
                view.Lines,
                [.. view.Lines.Where(line => line.IsLate)],
                view.Province is { } province && !choice.Form.IsOfColleges ? grid.Of([.. choice.Units.Zip(province.Units, (unit, row) => (unit, row.Cells[shown.Number - 1].Value))]) : [],
                league?.Target,
                league?.League ?? []),
        });
    }

    private static async Task<RazorComponentResult<Status>> StatusAsync(
        string? form, string? month, string? done, BoardRequest request, MonthReader months)
    {
        var choice = request.Choose(form, month);
        var view = await months.ReadAsync(choice, request);
        return new RazorComponentResult<Status>(new
        {
            Model = new StatusModel(
                request.Viewer,
                choice,
                [.. MonthReader.FactsOf(choice, view.Lines), .. MonthReader.RatesOf(view)],
                view.Lines,
                MonthLockPages.LinksOf(request, choice),
                done is null ? null : MonthLockPages.Done),
        });
    }
}
