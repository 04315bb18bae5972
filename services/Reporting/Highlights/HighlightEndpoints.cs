using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Highlights;

/// <summary>Routes of texts on the prefectures' work.</summary>
internal static class HighlightEndpoints
{
    public static IEndpointRouteBuilder MapHighlights(this IEndpointRouteBuilder routes)
    {
        var texts = routes.MapV1("highlights").RequireRoles(Officials.Readers);
        texts.MapGet("", ListAsync).WithName("ListHighlights").WithSummary("Texts on the work of the caller's regions");
        texts.MapGet("duties", ReadDutiesAsync).WithName("ReadHighlightDuties")
            .WithSummary("What each prefecture of a province owes and has filed in a month");
        texts.MapGet("{highlightId:guid}", GetAsync).WithName("GetHighlight").WithSummary("A text");
        texts.MapPost("", FileAsync).RequireRoles(Roles.Clerk, Roles.Reviewer).Idempotent().Creates()
            .WithName("FileHighlight").WithSummary("File a text of a prefecture (H32 §三(四))").WithExample(FileHighlightRequest.Example);
        texts.MapPost("{highlightId:guid}/revision", ReviseAsync).RequireRoles(Roles.Clerk, Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("ReviseHighlight").WithSummary("Change the wording").WithExample(ReviseHighlightRequest.Example);
        texts.MapPost("{highlightId:guid}/withdrawal", WithdrawAsync).RequireRoles(Roles.Clerk, Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("WithdrawHighlight").WithSummary("Take a text back; it no longer counts").WithExample(HighlightReasonRequest.Withdrawal);
        texts.MapPost("{highlightId:guid}/commendation", CommendAsync).RequireRoles(Roles.Reviewer, Roles.Approver).Idempotent().ChangesVersion()
            .WithName("CommendHighlight").WithSummary("Make a text known as an example; by the province, never by who filed it")
            .WithExample(HighlightReasonRequest.Commendation);
        return routes;
    }

    private static async Task<Page<HighlightRow>> ListAsync(
        string? region, string? month, Guid? after, int? limit, Caller caller, HighlightReader reader, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await reader.ListAsync(
            RegionPatterns.Of(caller, region), month is null ? null : MonthOf(month), after, size + 1, cancellation);
        return Page<HighlightRow>.Of(rows, size, row => row.HighlightId.ToString());
    }

    private static async Task<Page<HighlightDuty>> ReadDutiesAsync(
        string province, string month, Caller caller, HighlightReader reader, Regions regions, CancellationToken cancellation)
    {
        var parsed = MonthOf(month);
        var code = RegionCode.TryParseExact(province, out var known) && known.Level == RegionLevel.Province
            ? known
            : throw ApiException.BadRequest("region.unknown", "省级行政区划代码不正确。");
        var seen = regions.PrefecturesOf(code).Where(prefecture => caller.Covers(prefecture.Code)).ToList();
        return reader.AreAskedOf(seen, parsed)
            ? new Page<HighlightDuty>(await reader.DutiesAsync(seen, parsed, cancellation), null)
            : throw HighlightDesk.NotAsked(parsed);
    }

    private static async Task<Ok<HighlightView>> GetAsync(Guid highlightId, HttpContext http, [AsParameters] HighlightDesk desk)
    {
        var found = await desk.FindAsync(highlightId);
        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(HighlightView.Of(found.State));
    }

    private static Task<Answer<HighlightView>> FileAsync(FileHighlightRequest request, [AsParameters] HighlightDesk desk)
    {
        var region = RegionPatterns.Require(request.Region, desk.Caller);
        return region.Level == RegionLevel.Prefecture
            ? desk.FileAsync(region, MonthOf(request.Month), request)
            : throw ApiException.BadRequest("highlight.region_invalid", "工作亮点由市州报送。");
    }

    private static Task<Answer<HighlightView>> ReviseAsync(Guid highlightId, ReviseHighlightRequest request, [AsParameters] HighlightDesk desk) =>
        desk.DecideAsync(highlightId, file => new ReviseHighlight(
            request.Title, request.Text, desk.RulesOf(file.Region, file.Month), desk.Command.Actor, desk.Command.Today));

    private static Task<Answer<HighlightView>> WithdrawAsync(Guid highlightId, HighlightReasonRequest request, [AsParameters] HighlightDesk desk) =>
        desk.DecideAsync(highlightId, _ => new WithdrawHighlight(request.Reason, desk.Command.Actor, desk.Command.Today));

    private static Task<Answer<HighlightView>> CommendAsync(Guid highlightId, HighlightReasonRequest request, [AsParameters] HighlightDesk desk) =>
        desk.DecideAsync(highlightId, file =>
        {
            desk.Caller.RequireRegion(file.Region.Province!);
            return new CommendHighlight(request.Reason, desk.Command.Actor, desk.Command.Today);
        });

    private static YearMonth MonthOf(string text) => YearMonth.TryParse(text, out var month)
        ? month
        : throw ApiException.BadRequest("request.month_invalid", "月份格式应为 2023-11。");
}
