using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Highlights;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Board;

/// <summary>Texts on the prefectures' work.</summary>
internal static class HighlightPages
{
    public static RouteGroupBuilder MapHighlightPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/highlights", ReadAsync);
        return pages;
    }

    private static async Task<RazorComponentResult<Pages.Highlights>> ReadAsync(
        string? month, BoardRequest request, HighlightReader reader, IEventStore store)
    {
        List<Region> prefectures =
        [
            .. request.Policy.Regions.All.Where(region => region.Level == RegionLevel.Prefecture && request.Caller.Covers(region.Code)).OrderBy(region => region.Code),
        ];
        var months = MonthsOf(prefectures, request.Today, reader);
        var shown = month is null ? months.LastOrDefault(YearMonth.Of(request.Today))
            : YearMonth.TryParse(month, out var parsed) ? parsed : throw ApiException.BadRequest("request.month_invalid", "月份格式应为 2023-11。");
        var owing = prefectures.Where(prefecture => reader.AreAskedOf([prefecture], shown)).ToList();
        var duties = await reader.DutiesAsync(owing, shown, request.Aborted);
        return new RazorComponentResult<Pages.Highlights>(new
        {
            Model = new HighlightsModel(
                request.Viewer,
                shown,
                months,
                [.. duties.Select(duty => new DutyLine(duty.Name, duty.Due, duty.InTime, duty.Late, duty.Missing))],
                await TextsAsync(shown, request, reader, store)),
        });
    }

    private static List<YearMonth> MonthsOf(List<Region> prefectures, DateOnly today, HighlightReader reader) =>
    [
        .. Enumerable.Range(1, 12).Select(month => new YearMonth(today.Year, month))
            .Where(month => month.FirstDay <= today && prefectures.Exists(prefecture => reader.AreAskedOf([prefecture], month))),
    ];

    private static async Task<IReadOnlyList<TextLine>> TextsAsync(
        YearMonth month, BoardRequest request, HighlightReader reader, IEventStore store)
    {
        var rows = await reader.ListAsync(RegionPatterns.Of(request.Caller, null), month, null, PageSize.Maximum, request.Aborted);
        List<TextLine> texts = [];
        foreach (var row in rows.Where(row => row.Status != "withdrawn").OrderBy(row => row.Region, StringComparer.Ordinal).ThenBy(row => row.FiledOn))
        {
            var text = await Aggregate<Highlight, HighlightState, HighlightCommand, HighlightEvent>.LoadAsync(
                store, Highlight.StreamOf(row.HighlightId), request.Aborted);
            texts.Add(LineOf(HighlightView.Of(text.State), request.Policy.Regions));
        }

        return texts;
    }

    private static TextLine LineOf(HighlightView text, Regions regions) => new(
        regions.Get(text.Region).Name,
        text.Title,
        text.Text,
        text.Length,
        text.FiledOn,
        text.Status == "commended" ? new StateLabel("通报表扬", "good") : text.IsLate ? new StateLabel("逾期报送", "warn") : new StateLabel("已报送", "open"),
        text.Note is { } note ? $"通报表扬：{note}" : null);
}
