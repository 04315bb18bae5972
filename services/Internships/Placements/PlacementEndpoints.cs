using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Reads;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Placements;

internal static class PlacementEndpoints
{
    public static void MapPlacements(this IEndpointRouteBuilder routes)
    {
        var placements = routes.MapV1("placements");
        placements.MapPost("", PlacementSteps.ArrangeAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates()
            .WithName("ArrangePlacement").WithSummary("Arrange an internship for an approved applicant; takes a seat of the post");
        placements.MapGet("", ListAsync).RequireRoles(Access.Readers)
            .WithName("ListPlacements").WithSummary("Placements of the caller's regions, unit or person").WithListParameters();
        placements.MapGet("{placementId:guid}", GetAsync).RequireRoles(Access.Readers)
            .WithName("GetPlacement").WithSummary("A placement");
        placements.MapPost("{placementId:guid}/mentor", PlacementSteps.AssignAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("AssignMentor").WithSummary("Assign the mentor");
        placements.MapPost("{placementId:guid}/insurance", PlacementSteps.InsureAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("RegisterInsurance").WithSummary("Register the accident insurance");
        placements.MapPost("{placementId:guid}/signatures", PlacementSteps.SignAsync).RequireRoles(Roles.HostUnit, Roles.Graduate)
            .Idempotent().ChangesVersion().WithName("SignAgreement").WithSummary("Sign the agreement for the caller's party");
        placements.MapPost("{placementId:guid}/start", PlacementSteps.StartAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("StartInternship").WithSummary("Start: needs both signatures, mentor and insurance");
        placements.MapPost("{placementId:guid}/completion", PlacementSteps.CompleteAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("CompleteInternship").WithSummary("Complete at the agreed end");
        placements.MapPost("{placementId:guid}/early-end", PlacementSteps.EndEarlyAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("EndInternshipEarly").WithSummary("End before the agreed end, with a reason; frees the seat");
        placements.MapPost("{placementId:guid}/cancellation", PlacementSteps.CancelAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("CancelPlacement").WithSummary("Cancel before the start; frees the seat, the application stays approved");
    }

    private static async Task<Ok<PlacementView>> GetAsync(
        Guid placementId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var placement = await store.PlacementAsync(placementId, cancellation);
        var agreement = PlacementView.ArrangementOf(placement.State).Agreement;
        var unit = await store.HostUnitAsync(agreement.UnitId, cancellation);
        caller.RequireRead(agreement.Region, HostUnitApplication.FileOf(unit.State).CreditCode, agreement.PersonId);
        http.Response.Headers.ETag = ETags.Of(placement.Version);
        return TypedResults.Ok(PlacementView.Of(placement.State));
    }

    private static async Task<Ok<Page<PlacementRow>>> ListAsync(Listing listing, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.RowsAsync(PlacementRow.Select, listing.PersonParameters, PlacementRow.Of, cancellation);
        return TypedResults.Ok(Page<PlacementRow>.Of(rows, listing.Limit, row => row.PlacementId.ToString()));
    }
}
