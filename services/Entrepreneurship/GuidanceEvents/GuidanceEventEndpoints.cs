using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Entrepreneurship.Rules;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.GuidanceEvents;

/// <summary>Guidance events, contests and lectures.</summary>
internal static class GuidanceEventEndpoints
{
    public static void MapGuidanceEvents(this IEndpointRouteBuilder routes)
    {
        string[] organisers = [Roles.Clerk, Roles.Reviewer, Roles.ProvincialCommittee, Roles.CollegeCommittee];
        var events = routes.MapV1("guidance-events");
        events.MapGet("", ListAsync).WithName("ListGuidanceEvents").WithSummary("Startup guidance events, for everyone");
        events.MapGet("{eventId:guid}", GetAsync).WithName("GetGuidanceEvent").WithSummary("A startup guidance event");
        events.MapPost("", PlanAsync).RequireRoles(organisers).Idempotent().Creates().WithName("PlanGuidanceEvent")
            .WithSummary("Plan an event of the caller's region").WithExample(new GuidanceEventRequest("430100", "创业导师走基层", "mentor_visit", new(2023, 9, 8), "示例大学"));
        events.MapPost("{eventId:guid}/figures", ReportAsync).RequireRoles(organisers).Idempotent().ChangesVersion().WithName("ReportGuidanceEvent")
            .WithSummary("Report an event as held").WithExample(new GuidanceFiguresRequest(120, 3));
        events.MapPost("{eventId:guid}/cancellation", CancelAsync).RequireRoles(organisers).Idempotent().ChangesVersion().WithName("CancelGuidanceEvent")
            .WithSummary("Cancel an event").WithExample(new ReasonRequest("场地检修"));
    }

    private static Task<Answer<GuidanceEventView>> PlanAsync(GuidanceEventRequest request, StartupRules rules, [AsParameters] Desk desk)
    {
        var region = desk.Rules.Region(request.Region);
        desk.Caller.RequireRegion(region);
        var plan = new GuidanceEventPlan(desk.Command.NewId(), region, request.Title, request.Kind, request.On, request.Venue);
        var planned = new GuidanceEventAggregate(GuidanceEvent.Stream(plan.EventId), 0, GuidanceEvent.Initial)
            .Decide(new PlanGuidanceEvent(plan, rules.EventKinds(region, desk.Today), desk.Actor, desk.Today));
        return desk.CommitAsync(planned, GuidanceEventView.Of, location: $"/v1/guidance-events/{plan.EventId}");
    }

    private static async Task<Answer<GuidanceEventView>> ReportAsync(Guid eventId, GuidanceFiguresRequest figures, [AsParameters] Desk desk) =>
        await desk.CommitAsync(
            desk.Decide(await OwnAsync(eventId, desk), new ReportGuidanceEvent(figures.Attendees, figures.Mentors, desk.Actor, desk.Today)), GuidanceEventView.Of);

    private static async Task<Answer<GuidanceEventView>> CancelAsync(Guid eventId, ReasonRequest request, [AsParameters] Desk desk) =>
        await desk.CommitAsync(desk.Decide(await OwnAsync(eventId, desk), new CancelGuidanceEvent(request.Reason, desk.Today)), GuidanceEventView.Of);

    private static async Task<GuidanceEventAggregate> OwnAsync(Guid eventId, Desk desk)
    {
        var found = await LoadAsync(eventId, desk.Store, desk.Cancellation);
        desk.Caller.RequireRegion(found.State.PlanOrNull!.Region);
        return found;
    }

    private static async Task<GuidanceEventAggregate> LoadAsync(Guid eventId, IEventStore store, CancellationToken cancellation) =>
        (await GuidanceEventAggregate.LoadAsync(store, GuidanceEvent.Stream(eventId), cancellation)).OrNotFound("guidance_event.not_found", "没有该活动。");

    private static async Task<Ok<GuidanceEventView>> GetAsync(Guid eventId, HttpContext http, IEventStore store, CancellationToken cancellation)
    {
        var found = await LoadAsync(eventId, store, cancellation);
        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(GuidanceEventView.Of(found.State));
    }

    private static async Task<Ok<Page<GuidanceEventRow>>> ListAsync(Guid? after, int? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await database.RowsAsync(GuidanceEventRow.Select, [after ?? Guid.Empty, size + 1], GuidanceEventRow.Of, cancellation);
        return TypedResults.Ok(Page<GuidanceEventRow>.Of(rows, size, row => row.EventId.ToString()));
    }
}

/// <summary>An event as everyone sees it.</summary>
internal sealed record GuidanceEventView(
    Guid EventId, string Region, string Title, string Kind, DateOnly On, string Venue, [property: Description("planned, held or cancelled")] string State, int? Attendees, int? Mentors)
{
    public static GuidanceEventView Of(GuidanceEventState state)
    {
        var plan = state.PlanOrNull ?? throw new InvalidOperationException("An event that was never planned has no view.");
        var held = state as GuidanceEventState.Held;
        var name = held is not null ? "held" : state is GuidanceEventState.Cancelled ? "cancelled" : "planned";
        return new(plan.EventId, plan.Region.Value, plan.Title, plan.Kind, plan.On, plan.Venue, name, held?.Attendees, held?.Mentors);
    }
}

/// <summary>An event in a list.</summary>
internal sealed record GuidanceEventRow(Guid EventId, string Region, string Title, string Kind, DateOnly On, string State)
{
    public const string Select = "SELECT event_id, region, title, kind, held_on, state FROM guidance_events WHERE event_id > $1 ORDER BY event_id LIMIT $2";

    public static GuidanceEventRow Of(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Date(4), row.GetString(5));
}

/// <summary>A new event.</summary>
internal sealed record GuidanceEventRequest(
    string Region, string Title, [property: Description("Code of guidance.event_kinds")] string Kind, DateOnly On, string Venue);

/// <summary>Figures of an event.</summary>
internal sealed record GuidanceFiguresRequest(int Attendees, int Mentors);
