using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Board.Steps;
using YouthPlatform.Reporting.Highlights;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board;

/// <summary>Texts on the prefectures' work.</summary>
internal static class HighlightPages
{
    public static RouteGroupBuilder MapHighlightPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/highlights", ReadAsync);
        return pages.MapHighlightSteps();
    }

    private static async Task<RazorComponentResult<Pages.Highlights>> ReadAsync(
        string? month, string? done, BoardRequest request, HighlightReader reader, HighlightDesk desk)
    {
        List<Region> prefectures =
        [
            .. request.Policy.Regions.All.Where(region => region.Level == RegionLevel.Prefecture && request.Caller.Covers(region.Code)).OrderBy(region => region.Code),
        ];
        var months = reader.MonthsOf(prefectures, request.Today);
        var shown = month is null ? months.LastOrDefault(YearMonth.Of(request.Today)) : Months.Require(month);
        var owing = prefectures.Where(prefecture => reader.AreAskedOf([prefecture], shown)).ToList();
        var duties = await reader.DutiesAsync(owing, shown, request.Aborted);
        var rows = await reader.ListAsync(request.Caller, null, shown, null, PageSize.Maximum, request.Aborted);
        return new RazorComponentResult<Pages.Highlights>(new
        {
            Model = new HighlightsModel(
                request.Viewer,
                shown,
                months,
                [.. duties.Select(duty => new DutyLine(duty.Name, duty.Due, duty.InTime, duty.Late, duty.Missing))],
                [
                    .. rows.Where(row => row.Status != HighlightStatus.Withdrawn)
                        .OrderBy(row => row.Region, StringComparer.Ordinal).ThenBy(row => row.FiledOn)
                        .Select(row => LineOf(row, request, desk)),
                ],
                Writes(request) && owing.Exists(region => request.Caller.Regions.Contains(region.Code)),
                DoneOf(done)),
        });
    }

    private static TextLine LineOf(HighlightRow row, BoardRequest request, HighlightDesk desk)
    {
        var region = request.Policy.Regions.Get(row.Region);
        var file = new HighlightFile(row.HighlightId, region.Code, YearMonth.Parse(row.Month), row.Title, row.Text, row.Length);
        return new TextLine(
            region.Name,
            row.Title.Length > 0 ? row.Title : "（未写标题）",
            row.Text,
            row.Length,
            row.FiledOn,
            (row.Status, row.IsLate) switch
            {
                (HighlightStatus.Draft, _) => new StateLabel("草稿", "warn"),
                (HighlightStatus.Commended, _) => new StateLabel("通报表扬", "good"),
                (_, true) => new StateLabel("逾期报送", "warn"),
                _ => new StateLabel("已报送", "open"),
            },
            row.Note is { } note ? $"通报表扬：{note}" : null,
            row.Status == HighlightStatus.Draft ? [.. HighlightText.Faults(file, desk.RulesOf(region.Code, file.Month)).Select(fault => fault.Detail)] : [],
            [.. StepsOf(row, region, request).Select(step => new ActionLink(step.Name, BoardRoutes.Highlight(row.HighlightId, step.Slug)))]);
    }

    private static IEnumerable<HighlightStep> StepsOf(HighlightRow row, Region region, BoardRequest request)
    {
        var isOwn = Writes(request) && request.Caller.Regions.Contains(region.Code);
        var commends = HighlightDesk.Commenders.Any(request.Caller.Has) && request.Caller.Covers(region.Code.Province!);
        return row.Status switch
        {
            HighlightStatus.Draft when isOwn => [HighlightStep.Edit, HighlightStep.Discard],
            HighlightStatus.Filed => [.. isOwn ? [HighlightStep.Edit, HighlightStep.Withdraw] : Array.Empty<HighlightStep>(), .. commends ? [HighlightStep.Commend] : Array.Empty<HighlightStep>()],
            _ => [],
        };
    }

    private static bool Writes(BoardRequest request) => HighlightDesk.Writers.Any(request.Caller.Has);

    private static string? DoneOf(string? done) => done switch
    {
        null => null,
        HighlightSteps.Draft => "草稿已保存，还没有报送。",
        "filed" => "工作亮点已报送。",
        _ => HighlightStep.Of(done)?.Done,
    };
}
