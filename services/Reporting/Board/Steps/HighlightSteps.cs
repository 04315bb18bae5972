using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.SignIn;
using YouthPlatform.Reporting.Highlights;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>Texts are written, filed, changed, taken back and commended here.</summary>
internal static class HighlightSteps
{
    /// <summary>What the button of a draft sends.</summary>
    public const string Draft = "draft";

    public static RouteGroupBuilder MapHighlightSteps(this RouteGroupBuilder pages)
    {
        pages.MapGet("/highlights/new", AskForNewAsync);
        pages.MapPost("/highlights/new", WriteAsync);
        pages.MapGet("/highlights/{highlightId:guid}/{step}", AskAsync);
        pages.MapPost("/highlights/{highlightId:guid}/{step}", TakeAsync);
        return pages;
    }

    /// <summary>Prefectures that the caller writes for.</summary>
    /// <exception cref="ForbiddenException">None.</exception>
    public static List<Region> OwnOf(BoardRequest request)
    {
        request.Caller.RequireRole(HighlightDesk.Writers);
        var own = request.Caller.Regions.Where(code => code.Level == RegionLevel.Prefecture).Select(request.Policy.Regions.Get).ToList();
        return own.Count > 0 ? own : throw new ForbiddenException("highlight.unit_only", "工作亮点须由市州自己报送。");
    }

    private static RazorComponentResult<Confirm> AskForNewAsync(string? month, BoardRequest request, HighlightReader reader, HighlightForms forms)
    {
        var kept = request.TakeKept();
        var shown = month is null ? reader.MonthsOf(OwnOf(request), request.Today).LastOrDefault(YearMonth.Of(request.Today)) : Months.Require(month);
        return new(new { Model = forms.OfNew(request, shown, kept ?? StepInput.Empty, kept is null ? null : KeptInput.Notice) });
    }

    private static async Task<IResult> WriteAsync(BoardRequest request, HttpCommand command, HighlightDesk desk, HighlightForms forms)
    {
        var input = new StepInput(await request.Http.Request.ReadFormAsync(request.Aborted));
        var text = new FileHighlightRequest(
            input.Text("region") ?? string.Empty, input.Text("month") ?? string.Empty, input.Text("title") ?? string.Empty, input.Text("text") ?? string.Empty);
        var month = Months.Require(text.Month);
        return await Attempt.MakeAsync(
            async () =>
            {
                await desk.WriteAsync(CallOf(request, command), input.Id, text, input.Text("as") != Draft);
                return $"{BoardRoutes.HighlightsOf(month)}&done={input.Text("as") ?? "filed"}";
            },
            (status, problem) => Task.FromResult<IResult>(
                new RazorComponentResult<Confirm>(new { Model = forms.OfNew(request, month, input, problem) }) { StatusCode = status }));
    }

    private static async Task<RazorComponentResult<Confirm>> AskAsync(
        Guid highlightId, string step, BoardRequest request, HighlightDesk desk, HighlightForms forms)
    {
        var (text, version) = await desk.ReadAsync(request.Caller, highlightId, request.Aborted);
        var kept = request.TakeKept();
        var input = kept ?? StepInput.Of(("title", text.Title), ("text", text.Text));
        return new(new { Model = forms.Of(Find(step), text, version, input, request, kept is null ? null : KeptInput.Notice) });
    }

    private static async Task<IResult> TakeAsync(
        Guid highlightId, string step, BoardRequest request, HttpCommand command, HighlightDesk desk, HighlightForms forms)
    {
        var found = Find(step);
        var input = new StepInput(await request.Http.Request.ReadFormAsync(request.Aborted));
        return await Attempt.MakeAsync(
            async () =>
            {
                var before = (await desk.ReadAsync(request.Caller, highlightId, request.Aborted)).Text;
                var done = await CarryOutAsync(found, CallOf(request, command), before, input, desk);
                return $"{BoardRoutes.HighlightsOf(before.Month)}&done={done}";
            },
            async (status, problem) =>
            {
                var (text, version) = await desk.ReadAsync(request.Caller, highlightId, request.Aborted);
                return new RazorComponentResult<Confirm>(new { Model = forms.Of(found, text, version, input, request, problem) }) { StatusCode = status };
            });
    }

    private static async Task<string> CarryOutAsync(HighlightStep step, HighlightCall call, HighlightView before, StepInput input, HighlightDesk desk)
    {
        var id = before.HighlightId;
        if (step == HighlightStep.Edit)
        {
            var isFiled = before.Status == HighlightStatus.Draft && input.Text("as") != Draft;
            var wording = new ReviseHighlightRequest(input.Text("title") ?? string.Empty, input.Text("text") ?? string.Empty);
            await desk.RewriteAsync(call, id, input.Version, wording, isFiled);
            return isFiled ? "filed" : input.Text("as") ?? step.Slug;
        }

        _ = await (step == HighlightStep.Discard ? desk.DiscardAsync(call, id, input.Version)
            : step == HighlightStep.Withdraw ? desk.WithdrawAsync(call, id, input.Version, input.Reason)
            : desk.CommendAsync(call, id, input.Version, input.Reason));
        return step.Slug;
    }

    private static HighlightCall CallOf(BoardRequest request, HttpCommand command) => new(command, request.Caller, request.Aborted);

    private static HighlightStep Find(string step) =>
        HighlightStep.Of(step) ?? throw ApiException.NotFound("board.step_unknown", "没有这项操作。");
}
