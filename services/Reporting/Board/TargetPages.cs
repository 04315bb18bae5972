using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Targets;

namespace YouthPlatform.Reporting.Board;

/// <summary>Targets, and one of them.</summary>
internal static class TargetPages
{
    public static RouteGroupBuilder MapTargetPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/targets", ListAsync);
        pages.MapGet("/targets/{id}", ReadAsync);
        return pages;
    }

    private static async Task<RazorComponentResult<Pages.Targets>> ListAsync(int? year, BoardRequest request, TargetPageReader reader)
    {
        var years = reader.YearsOf(request);
        var shown = year ?? years.FirstOrDefault(one => one <= request.Today.Year);
        return new RazorComponentResult<Pages.Targets>(new
        {
            Model = new TargetsModel(request.Viewer, shown, years, await reader.ListAsync(shown, request)),
        });
    }

    private static async Task<RazorComponentResult<Target>> ReadAsync(
        string id, int? year, string? region, BoardRequest request, TargetBook book, TimeProvider time, TargetPageReader reader) =>
        new(new { Model = await reader.ReadAsync(new TargetAddress(id, year ?? request.Today.Year, region, null, book, time).Find(request.Caller), request) });
}
