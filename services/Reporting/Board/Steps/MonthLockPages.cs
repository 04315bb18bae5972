using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board.Steps;

/// <summary>Closing a month's forms together, with what keeps the others from it.</summary>
internal static class MonthLockPages
{
    /// <summary>What is said afterwards.</summary>
    public const string Done = "已审核的报表已锁定。";

    public static RouteGroupBuilder MapMonthLock(this RouteGroupBuilder pages)
    {
        pages.MapGet("/forms/{form}/{month}/lock", AskAsync);
        pages.MapPost("/forms/{form}/{month}/lock", LockAsync);
        return pages;
    }

    /// <summary>The way there, for who may.</summary>
    public static IReadOnlyList<ActionLink> LinksOf(BoardRequest request, FormChoice choice) =>
        choice.SeesAll && FormRoles.Of(choice.Form).Review.Any(request.Caller.Has)
            ? [new ActionLink("锁定本月已审核的报表", BoardRoutes.LockOf(choice.Form, choice.Month))]
            : [];

    private static async Task<RazorComponentResult<Confirm>> AskAsync(
        string form, string month, BoardRequest request, HttpCommand command, FormBook book, MonthLock months)
    {
        var (definition, parsed) = book.Get(form, month);
        return await PageAsync(definition, parsed, request, command, months, null);
    }

    private static async Task<IResult> LockAsync(
        string form, string month, BoardRequest request, HttpCommand command, FormBook book, MonthLock months)
    {
        var (definition, parsed) = book.Get(form, month);
        var sent = await request.Http.Request.ReadFormAsync(request.Aborted);
        var seen = sent["units"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return await Attempt.MakeAsync(
            async () =>
            {
                await months.LockAsync(command, request.Caller, definition, parsed, seen, request.Aborted);
                return $"{BoardRoutes.StatusOf(definition, parsed)}&done=lock";
            },
            async (_, problem) => await PageAsync(definition, parsed, request, command, months, problem));
    }

    private static async Task<RazorComponentResult<Confirm>> PageAsync(
        FormDefinition form, YearMonth month, BoardRequest request, HttpCommand command, MonthLock months, string? problem)
    {
        var plan = await months.PlanAsync(command, request.Caller, form, month, request.Aborted);
        var locks = plan.Where(unit => unit.Append is not null).ToList();
        return new(new
        {
            Model = new ConfirmModel(
                request.Viewer,
                "锁定本月报表",
                $"{Text.Month(month)}《{form.Title}》",
                locks.Count > 0 ? "锁定下列已审核的报表。锁定后的数字不再变动，修改须先解锁或重报。" : "现在没有可以锁定的报表。",
                BoardRoutes.LockOf(form, month),
                BoardRoutes.StatusOf(form, month))
            {
                Problem = problem,
                Button = locks.Count > 0 ? $"确认锁定 {Text.Plain(locks.Count)} 份报表" : null,
                Hidden = [("units", string.Join(',', locks.Select(unit => unit.Unit.Code.Value)))],
                Facts = locks.Count > 0 ? [("将锁定", string.Join('、', locks.Select(unit => unit.Unit.Name)))] : [],
                BlockedTitle = "不能锁定的报表",
                Blocked =
                [
                    .. plan.Where(unit => unit.Refusal is not null)
                        .Select(unit => new BlockedLine(unit.Unit.Name, StateLabel.Of(unit.State), unit.Refusal!.Detail, BoardRoutes.Sheet(form, unit.Unit, month))),
                ],
            },
        });
    }
}
