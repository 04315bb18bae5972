using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.MatchingEvents;

internal static class MatchingEventEndpoints
{
    private static readonly string[] Organisers = [Roles.Clerk, Roles.Reviewer];

    public static void MapMatchingEvents(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapV1("matching-events");
        events.MapGet("", ListAsync).WithName("ListMatchingEvents").WithSummary("Matching events, for everyone");
        events.MapGet("{eventId:guid}", GetAsync).WithName("GetMatchingEvent").WithSummary("A matching event with its participants");
        events.MapGet("quarters", QuarterWatch.ReadAsync).RequireRoles(Access.Officials).WithName("WatchQuarters")
            .WithSummary("Which regions have held or planned their matching event of a quarter (H9 §二(三))");
        events.MapGet("offers", OffersAsync).RequireRoles(Roles.HostUnit, Roles.Graduate).WithName("ListMatchingOffers")
            .WithSummary("Offers made to the caller, or by the caller's unit");
        events.MapPost("", MatchingEventSteps.PlanAsync).RequireRoles(Organisers).Idempotent().Creates()
            .WithName("PlanMatchingEvent").WithSummary("Plan a matching event of the caller's region")
            .WithExample(MatchingEventExamples.Plan);
        Change(events, "date", MatchingEventSteps.MoveAsync, Organisers, "MoveMatchingEvent", "Move an event to another day or venue")
            .WithExample(MatchingEventExamples.Move);
        Change(events, "cancellation", MatchingEventSteps.CancelAsync, Organisers, "CancelMatchingEvent", "Cancel an event")
            .WithExample(HostUnitExamples.Reason);
        Change(events, "figures", MatchingEventSteps.ReportAsync, Organisers, "ReportMatchingEvent", "Report an event as held, with its figures")
            .WithExample(MatchingEventExamples.Figures);
        Act(events, "participants", MatchingEventSteps.JoinAsync, Roles.HostUnit, "JoinMatchingEvent", "Take part with posts of the caller's unit")
            .WithExample(MatchingEventExamples.Join);
        Act(events, "participants/departure", MatchingEventSteps.LeaveAsync, Roles.HostUnit, "LeaveMatchingEvent", "No longer take part")
            .WithExample(MatchingEventExamples.Leave);
        Act(events, "offers", MatchingEventSteps.OfferAsync, Roles.HostUnit, "MakeOffer", "Offer a post to a visitor")
            .WithExample(MatchingEventExamples.Offer);
        Act(events, "offers/{offerId:guid}/answer", MatchingEventSteps.AnswerAsync, Roles.Graduate, "AnswerOffer", "Accept or decline an offer")
            .WithExample(MatchingEventExamples.Answer);
    }

    private static RouteHandlerBuilder Change(RouteGroupBuilder events, string path, Delegate handler, string[] roles, string name, string summary) =>
        events.MapPost($"{{eventId:guid}}/{path}", handler).RequireRoles(roles).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);

    /// <summary>Steps that many take at once on one event: decided again when somebody else was first.</summary>
    private static RouteHandlerBuilder Act(RouteGroupBuilder events, string path, Delegate handler, string role, string name, string summary) =>
        events.MapPost($"{{eventId:guid}}/{path}", handler).RequireRoles(role).Idempotent().WithName(name).WithSummary(summary);

    private static async Task<Ok<Page<MatchingEventRow>>> ListAsync(
        string? region, DateOnly? from, Guid? after, int? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var code = region is null ? null
            : RegionCode.TryParse(region, out var parsed) ? parsed
            : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");
        object?[] parameters = [code is null ? null : $"{code.Prefix}%", from, after ?? Guid.Empty, size + 1];
        var rows = await database.RowsAsync(MatchingEventRow.Select, parameters, MatchingEventRow.Of, cancellation);
        return TypedResults.Ok(Page<MatchingEventRow>.Of(rows, size, row => row.EventId.ToString()));
    }

    private static async Task<Ok<MatchingEventView>> GetAsync(Guid eventId, HttpContext http, IEventStore store, CancellationToken cancellation)
    {
        var found = await store.MatchingEventAsync(eventId, cancellation);
        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(MatchingEventView.Of(found.State));
    }

    private static async Task<Ok<Page<MatchingOfferRow>>> OffersAsync(
        Guid? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        object?[] parameters = caller.Has(Roles.HostUnit) ? [null, caller.Unit ?? ""] : [caller.Person ?? Guid.Empty, null];
        var rows = await database.RowsAsync(
            MatchingOfferRow.Select, [.. parameters, after ?? Guid.Empty, size + 1], MatchingOfferRow.Of, cancellation);
        return TypedResults.Ok(Page<MatchingOfferRow>.Of(rows, size, row => row.OfferId.ToString()));
    }
}
