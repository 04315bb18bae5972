using System.Globalization;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Cells;

/// <summary>Routes that explain cells.</summary>
internal static class CellEndpoints
{
    public static IEndpointRouteBuilder MapCells(this IEndpointRouteBuilder routes)
    {
        var cells = routes.MapV1("forms").RequireRoles(Officials.FormReaders);
        cells.MapGet("{form}/{prefecture}/{month}/cells/{column:int}", ExplainAsync)
            .WithName("ReadCell").WithSummary("A cell with how it is counted, as known now or at the end of a day, and against what was submitted");
        cells.MapGet("{form}/{prefecture}/{month}/cells/{column:int}/events", ReadEventsAsync)
            .WithName("ReadCellEvents").WithSummary("The events behind a cell, with what each adds to it");
        cells.MapGet("{form}/{prefecture}/{month}/cells/{column:int}/changes", ReadChangesAsync)
            .WithName("ReadCellChanges").WithSummary("What came to be known of a cell since a day or since its submission, and why it changed the figure");
        return routes;
    }

    private static async Task<IResult> ExplainAsync(
        [AsParameters] CellAddress address, DateOnly? asKnownOn, Caller caller, FormBook book, CellReader reader, HttpContext http) =>
        Conditional.Ok(http, await reader.ExplainAsync(address.Find(caller, book), asKnownOn, http.RequestAborted));

    private static async Task<Page<CountedEvent>> ReadEventsAsync(
        [AsParameters] CellAddress address,
        DateOnly? asKnownOn,
        string? after,
        int? limit,
        Caller caller,
        FormBook book,
        IndicatorReader reader,
        HttpContext http)
    {
        var cell = address.Find(caller, book);
        var size = PageSize.Require(limit);
        var (scope, cursor) = (cell.Unit.Code.Value, EventCursor.Parse(after));
        var rows = asKnownOn is { } day
            ? await reader.EventsKnownAsync(cell.Indicator, scope, cell.Window, day, cursor, size + 1, http.RequestAborted)
            : await reader.EventsAsync(cell.Indicator, scope, cell.Window, cursor, size + 1, http.RequestAborted);
        return Page<CountedEvent>.Of(rows, size, row => row.Cursor.ToString());
    }

    private static async Task<CellChanges> ReadChangesAsync(
        [AsParameters] CellAddress address, string? since, string? after, int? limit, Caller caller, FormBook book, CellReader reader, HttpContext http)
    {
        var cell = address.Find(caller, book);
        var size = PageSize.Require(limit);
        var position = after is null ? 0 : PositionOf(after);
        if (since is null or "submission")
        {
            return await reader.ChangesSinceSubmissionAsync(cell, position, size, http.RequestAborted)
                ?? throw ApiException.NotFound("form.not_submitted", "该报表尚未报送，请指定起始日期。");
        }

        return DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? await reader.ChangesSinceAsync(cell, day, position, size, http.RequestAborted)
            : throw ApiException.BadRequest("request.since_invalid", "since 应为日期（如 2023-11-30）或 submission。");
    }

    private static long PositionOf(string after) => long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
        ? position
        : throw ApiException.BadRequest("request.after_invalid", "after 必须是上一页返回的 next。");
}

/// <summary>Where a cell is.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Prefecture">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Column">Number of the column.</param>
internal sealed record CellAddress(string Form, string Prefecture, string Month, int Column)
{
    /// <summary>The cell, for a caller who may see its form.</summary>
    /// <exception cref="ApiException">400, 403 or 404.</exception>
    public Cell Find(Caller caller, FormBook book)
    {
        var (form, month) = book.Get(Form, Month);
        return new Cell(form, book.UnitFor(caller, form, Prefecture), month, FormBook.ColumnOf(form, month, Column));
    }
}
