using YouthPlatform.Reporting.Indicators;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Routes of forms.</summary>
internal static class FormEndpoints
{
    public static IEndpointRouteBuilder MapForms(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapV1("forms").RequireRoles(Officials.Readers);
        forms.MapGet("{form}/{month}", ReadProvinceAsync)
            .WithName("ReadProvinceForms").WithSummary("The forms of all prefectures of the province for a month");
        forms.MapGet("{form}/{prefecture}/{month}", ReadAsync)
            .WithName("ReadForm").WithSummary("The form of a prefecture for a month");
        forms.MapGet("{form}/{prefecture}/{month}/cells/{column:int}/events", ReadEventsAsync)
            .WithName("ReadCellEvents").WithSummary("The events behind a cell, with what each adds to it");
        forms.MapPost("{form}/{prefecture}/{month}/submission", SubmitAsync)
            .RequireRoles(Roles.Clerk, Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("SubmitForm").WithSummary("Submit the form with the figures as they were read");
        return routes;
    }

    private static async Task<IResult> ReadProvinceAsync(
        string form, string month, Caller caller, FormBook book, FormReader reader, HttpContext http)
    {
        var (definition, parsed) = book.Get(form, month);
        caller.RequireRegion(definition.Jurisdiction);
        return Conditional.Ok(http, await reader.ReadProvinceAsync(definition, parsed, http.RequestAborted));
    }

    private static async Task<IResult> ReadAsync(
        string form, string prefecture, string month, Caller caller, FormBook book, FormReader reader, HttpContext http)
    {
        var (definition, parsed) = book.Get(form, month);
        caller.RequireRegion(prefecture);
        var unit = book.UnitOf(definition, prefecture);
        return Conditional.Ok(http, await reader.ReadAsync(definition, unit, parsed, http.RequestAborted));
    }

    private static async Task<Page<CountedEvent>> ReadEventsAsync(
        [AsParameters] CellAddress cell, string? after, int? limit, Caller caller, FormBook book, IndicatorReader reader, HttpContext http)
    {
        var (definition, parsed) = book.Get(cell.Form, cell.Month);
        caller.RequireRegion(cell.Prefecture);
        var unit = book.UnitOf(definition, cell.Prefecture);
        var column = FormBook.ColumnOf(definition, parsed, cell.Column);
        var size = PageSize.Require(limit);
        var indicator = FormFigures.IndicatorOf(definition, column);
        var rows = await reader.EventsAsync(
            indicator, unit.Code.Value, definition.Window(column, parsed), EventCursor.Parse(after), size + 1, http.RequestAborted);
        return Page<CountedEvent>.Of(rows, size, row => row.Cursor.ToString());
    }

    private static async Task<Answer<FormView>> SubmitAsync(
        string form, string prefecture, string month, HttpCommand command, Caller caller, FormBook book, FormReader reader, HttpContext http)
    {
        var (definition, parsed) = book.Get(form, month);
        caller.RequireRegion(prefecture);
        var unit = book.UnitOf(definition, prefecture);
        var stream = Form.StreamOf(definition.Id, unit.Code, parsed);
        var aggregate = await command.LoadAsync<Form, FormState, FormCommand, FormEvent>(stream);
        var seen = await reader.ReadAsync(definition, unit, parsed, http.RequestAborted);
        var decision = aggregate.Decide(
            new SubmitForm(definition, unit.Code, parsed, command.Today, command.Actor, FiguresOf(seen)));
        command.RequireVersion(ContentVersion.Of(seen));
        var after = FormReader.After(definition, seen, decision.State);
        return await command.CommitAsync(decision.Append, new Answer<FormView>(after, ContentVersion.Of(after)));
    }

    private static IReadOnlyList<SubmittedFigure> FiguresOf(FormView form) =>
    [
        .. form.Cells.Where(cell => cell.State == CellState.Computed)
            .Select(cell => new SubmittedFigure(cell.Column, cell.Value!.Value, cell.EventCount!.Value)),
    ];
}

/// <summary>A cell of a form.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Prefecture">The reporting unit.</param>
/// <param name="Month">Reported month.</param>
/// <param name="Column">Number of the column.</param>
internal sealed record CellAddress(string Form, string Prefecture, string Month, int Column);
