using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Assessments;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Targets;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board;

/// <summary>How the prefectures of the viewer's province do.</summary>
internal static class AssessmentPages
{
    public static RouteGroupBuilder MapAssessmentPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/assessment", ReadAsync);
        return pages;
    }

    private static async Task<RazorComponentResult<Assessment>> ReadAsync(int? year, BoardRequest request, AssessmentReader reader)
    {
        var province = request.Caller.Regions.Select(region => region.Province).OfType<RegionCode>().FirstOrDefault()
            ?? throw ApiException.NotFound("assessment.region_unknown", "您的账号没有对应的省份，无考核内容。");
        var view = await reader.ReadAsync(
            request.Policy.Regions.Get(province), year ?? request.Today.Year, request.Today, request.Aborted);
        return new RazorComponentResult<Assessment>(new { Model = ModelOf(view, request.Viewer) });
    }

    private static AssessmentModel ModelOf(AssessmentView view, Viewer viewer) => new(
        viewer,
        view.Name,
        view.Year,
        view.AsOf,
        [.. view.Targets.Select(target => (target.Name, BoardRoutes.Target(target.Id, target.Year, target.Region)))],
        [
            .. view.Rows.Select(row => new AssessmentLine(
                row.Name, [.. row.Standings.Select(Standing)], DutyOf(row.Forms), row.Highlights is { } duty ? DutyOf(duty) : Text.None)),
        ]);

    private static (string Figure, string Rank) Standing(LeagueRow row) => (
        Text.Measure(row.Value, row.Whole is not null),
        row.Rank is { } rank ? string.Create(CultureInfo.InvariantCulture, $"第{rank}{(row.IsTied ? "（并列）" : null)}") : Text.None);

    private static string DutyOf(ReportingDuty duty) =>
        string.Create(CultureInfo.InvariantCulture, $"{duty.InTime}/{duty.Late}/{duty.Missing}");
}
