using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

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
        texts.MapPost("", FileAsync).RequireRoles(HighlightDesk.Writers).Idempotent().Creates()
            .WithName("FileHighlight").WithSummary("File a text of a prefecture (H32 §三(四))").WithExample(FileHighlightRequest.Example);
        texts.MapPost("drafts", DraftAsync).RequireRoles(HighlightDesk.Writers).Idempotent().Creates()
            .WithName("DraftHighlight").WithSummary("Keep a text that is not ready yet; only the prefecture sees it").WithExample(FileHighlightRequest.Example);
        Change(texts, "revision", ReviseAsync, HighlightDesk.Writers, "ReviseHighlight", "Change the wording of a text or draft")
            .WithExample(ReviseHighlightRequest.Example);
        Change(texts, "filing", FileDraftAsync, HighlightDesk.Writers, "FileHighlightDraft", "File a draft as it is");
        Change(texts, "discard", DiscardAsync, HighlightDesk.Writers, "DiscardHighlight", "Throw a draft away");
        Change(texts, "withdrawal", WithdrawAsync, HighlightDesk.Writers, "WithdrawHighlight", "Take a text back; it no longer counts")
            .WithExample(HighlightReasonRequest.Withdrawal);
        Change(texts, "commendation", CommendAsync, HighlightDesk.Commenders, "CommendHighlight",
            "Make a text known as an example; by the province, never by who filed it").WithExample(HighlightReasonRequest.Commendation);
        return routes;
    }

    private static RouteHandlerBuilder Change(
        RouteGroupBuilder texts, string path, Delegate handler, string[] roles, string name, string summary) =>
        texts.MapPost($"{{highlightId:guid}}/{path}", handler).RequireRoles(roles).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);

    private static async Task<Page<HighlightRow>> ListAsync(
        string? region, string? month, Guid? after, int? limit, Caller caller, HighlightReader reader, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await reader.ListAsync(caller, region, month is null ? null : Months.Require(month), after, size + 1, cancellation);
        return Page<HighlightRow>.Of(rows, size, row => row.HighlightId.ToString());
    }

    private static async Task<Page<HighlightDuty>> ReadDutiesAsync(
        string province, string month, Caller caller, HighlightReader reader, Regions regions, CancellationToken cancellation)
    {
        var parsed = Months.Require(month);
        var code = RegionCode.TryParseExact(province, out var known) && known.Level == RegionLevel.Province
            ? known
            : throw ApiException.BadRequest("region.unknown", "省级行政区划代码不正确。");
        var seen = regions.PrefecturesOf(code).Where(prefecture => caller.Covers(prefecture.Code)).ToList();
        return reader.AreAskedOf(seen, parsed)
            ? new Page<HighlightDuty>(await reader.DutiesAsync(seen, parsed, cancellation), null)
            : throw HighlightDesk.NotAsked(parsed);
    }

    private static async Task<Ok<HighlightView>> GetAsync(
        Guid highlightId, Caller caller, HighlightDesk desk, HttpContext http, CancellationToken cancellation)
    {
        var (text, version) = await desk.ReadAsync(caller, highlightId, cancellation);
        http.Response.Headers.ETag = ETags.Of(version);
        return TypedResults.Ok(text);
    }

    private static Task<Answer<HighlightView>> FileAsync(FileHighlightRequest request, [AsParameters] HighlightCall call, HighlightDesk desk) =>
        desk.WriteAsync(call, call.Command.NewId(), request, isFiled: true);

    private static Task<Answer<HighlightView>> DraftAsync(FileHighlightRequest request, [AsParameters] HighlightCall call, HighlightDesk desk) =>
        desk.WriteAsync(call, call.Command.NewId(), request, isFiled: false);

    private static Task<Answer<HighlightView>> ReviseAsync(
        Guid highlightId, ReviseHighlightRequest request, [AsParameters] HighlightCall call, HighlightDesk desk, HttpContext http) =>
        desk.RewriteAsync(call, highlightId, ETags.RequireIfMatch(http.Request), request, isFiled: false);

    private static Task<Answer<HighlightView>> FileDraftAsync(
        Guid highlightId, [AsParameters] HighlightCall call, HighlightDesk desk, HttpContext http) =>
        desk.RewriteAsync(call, highlightId, ETags.RequireIfMatch(http.Request), null, isFiled: true);

    private static Task<Answer<HighlightView>> DiscardAsync(
        Guid highlightId, [AsParameters] HighlightCall call, HighlightDesk desk, HttpContext http) =>
        desk.DiscardAsync(call, highlightId, ETags.RequireIfMatch(http.Request));

    private static Task<Answer<HighlightView>> WithdrawAsync(
        Guid highlightId, HighlightReasonRequest request, [AsParameters] HighlightCall call, HighlightDesk desk, HttpContext http) =>
        desk.WithdrawAsync(call, highlightId, ETags.RequireIfMatch(http.Request), request.Reason);

    private static Task<Answer<HighlightView>> CommendAsync(
        Guid highlightId, HighlightReasonRequest request, [AsParameters] HighlightCall call, HighlightDesk desk, HttpContext http) =>
        desk.CommendAsync(call, highlightId, ETags.RequireIfMatch(http.Request), request.Reason);
}
