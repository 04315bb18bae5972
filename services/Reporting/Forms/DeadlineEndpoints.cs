using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Routes on deadlines, timeliness and completeness.</summary>
internal static class DeadlineEndpoints
{
    public static IEndpointRouteBuilder MapDeadlines(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapV1("forms").RequireRoles(Officials.FormReaders);
        forms.MapGet("{form}/{month}/completeness", ReadCompletenessAsync)
            .WithName("ReadCompleteness").WithSummary("Which units' forms of a month came, in time and complete, with the province's rates");
        forms.MapGet("{form}/{prefecture}/record", ReadRecordAsync)
            .WithName("ReadUnitRecord").WithSummary("A unit's forms over the months: in time, late, returned, restated");
        forms.MapGet("reminders", ReadRemindersAsync)
            .WithName("ReadFormReminders").WithSummary("What waits today for the caller's regions: due, overdue, returned, to review, to lock, to decide");
        return routes;
    }

    private static async Task<IResult> ReadCompletenessAsync(
        string form, string month, Caller caller, FormBook book, DeadlineReader reader, HttpContext http)
    {
        var (definition, parsed) = book.Get(form, month);
        FormRights.RequireSightOfAll(caller, definition);
        return Conditional.Ok(http, await reader.CompletenessAsync(definition, parsed, http.RequestAborted));
    }

    private static async Task<IResult> ReadRecordAsync(
        string form, string prefecture, Caller caller, FormBook book, DeadlineReader reader, HttpContext http)
    {
        var definition = book.Get(form);
        return Conditional.Ok(http, await reader.RecordAsync(definition, book.UnitFor(caller, definition, prefecture), http.RequestAborted));
    }

    private static async Task<Page<ReminderView>> ReadRemindersAsync(
        string? after, int? limit, Caller caller, DeadlineReader reader, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var reminders = await reader.RemindersAsync(caller, cancellation);
        var rest = reminders.Where(reminder => string.CompareOrdinal(reminder.Cursor(), after) > 0).Take(size + 1).ToList();
        return Page<ReminderView>.Of(rest, size, reminder => reminder.Cursor());
    }
}
