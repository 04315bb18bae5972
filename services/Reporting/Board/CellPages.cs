using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.Reporting.Board.Steps;
using YouthPlatform.Reporting.Cells;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board;

/// <summary>Cells of forms with what is behind them, as of now or as known at the end of a day.</summary>
internal static class CellPages
{
    private const int EventsAtOnce = 50;

    public static RouteGroupBuilder MapCellPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/forms/{form}/{unit}/{month}/cells/{column:int}", CellAsync);
        return pages;
    }

    private static async Task<RazorComponentResult<Pages.Cell>> CellAsync(
        string form,
        string unit,
        string month,
        int column,
        string? after,
        string? knownOn,
        BoardRequest request,
        FormBook book,
        FormReader reader,
        IndicatorReader events,
        CellReader cells,
        Wording wording)
    {
        var address = SheetAddress.Of(form, unit, month, request, book);
        var at = new Cells.Cell(address.Form, address.Unit, address.Month, FormBook.ReportedColumnOf(address.Form, address.Month, column));
        var day = Moment.Of(knownOn, request.Today);
        var sheet = await reader.SheetAsync(address.Form, address.Unit, address.Month, request.Aborted, day);
        var view = FormCompiler.View(sheet).Cells[at.Column.Number - 1];
        IReadOnlyList<FormStep> steps = day is null ? FormRights.StepsOf(request.Caller, address.Unit, book.ProvinceOf(address.Form), sheet.State) : [];
        var page = Page<CountedEvent>.Of(
            await EventsAsync(at, day, EventCursor.Parse(after), events, request.Aborted), EventsAtOnce, row => row.Cursor.ToString());
        var here = BoardRoutes.Cell(address.Form, address.Unit, address.Month, at.Column.Number, day);
        return new RazorComponentResult<Pages.Cell>(new
        {
            Model = new CellModel(
                request.Viewer,
                address.Form,
                address.Unit,
                address.Month,
                at.Column,
                day,
                FiguresOf(view, day),
                NotesOf(view, address, steps),
                StepLinks.OfCell(address, at.Column, steps),
                await ChangesAsync(at, day, cells, wording, request.Aborted),
                [.. page.Items.Select(row => LineOf(row, request.Policy.Regions, wording))],
                page.Next is null ? null : $"{here}{(day is null ? '?' : '&')}after={page.Next}"),
        });
    }

    /// <summary>A page of the events behind a cell, and one more; an entered one has none.</summary>
    private static async Task<IReadOnlyList<CountedEvent>> EventsAsync(
        Cells.Cell cell, DateOnly? knownOn, EventCursor after, IndicatorReader events, CancellationToken cancellationToken)
    {
        var scope = cell.Unit.Code.Value;
        return cell.Column.Entered ? []
            : knownOn is { } day ? await events.EventsKnownAsync(cell.Indicator, scope, cell.Window, day, after, EventsAtOnce + 1, cancellationToken)
            : await events.EventsAsync(cell.Indicator, scope, cell.Window, after, EventsAtOnce + 1, cancellationToken);
    }

    private static async Task<IReadOnlyList<LaterLine>> ChangesAsync(
        Cells.Cell cell, DateOnly? knownOn, CellReader cells, Wording wording, CancellationToken cancellationToken)
    {
        var changes = cell.Column.Entered ? null
            : knownOn is { } day ? await cells.ChangesSinceAsync(cell, day, 0, EventsAtOnce, cancellationToken)
            : await cells.ChangesSinceSubmissionAsync(cell, 0, EventsAtOnce, cancellationToken);
        return
        [
            .. (changes?.Items ?? []).Select(change => new LaterLine(
                change.RecordedOn, change.BusinessDate, wording.NameOf(change.Type), change.Sequence, change.Change, change.Reason)),
        ];
    }

    private static List<CellFigure> FiguresOf(CellView cell, DateOnly? knownOn) =>
    [
        new(knownOn is null ? "现在的数字" : "当日所知的数字", cell.Value),
        .. cell.Adjustment is { } adjustment ? [new("汇总", cell.Computed), new("更正", adjustment)] : Array.Empty<CellFigure>(),
        new("报送的数字", cell.Submitted),
    ];

    private static List<CellNote> NotesOf(CellView cell, SheetAddress address, IReadOnlyList<FormStep> steps) =>
    [
        .. cell.Note is { } note ? [new CellNote($"数字来源：{note}", null)] : Array.Empty<CellNote>(),
        .. (cell.Corrections ?? []).Select(correction => new CellNote(
            $"{Text.Month(correction.Since)}起 {Text.Change(correction.Difference)}：{correction.Reason}{(correction.Reference is { } reference ? $"（{reference}）" : null)}",
            StepLinks.Withdrawal(address, cell.Column, correction.CorrectionId, steps))),
    ];

    private static EventLine LineOf(CountedEvent row, Regions regions, Wording wording) => new(
        row.BusinessDate,
        regions.TryGet(row.Region, out var region) ? region.Name : row.Region,
        wording.NameOf(row.Type),
        row.Type,
        row.Sequence,
        row.Contribution);
}
