using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Placements;

internal static class PlacementEndpoints
{
    private static readonly string[] Unit = [Roles.HostUnit];
    private static readonly string[] Parties = [Roles.HostUnit, Roles.Graduate];

    public static void MapPlacements(this IEndpointRouteBuilder routes)
    {
        var placements = routes.MapV1("placements");
        placements.MapPost("", PlacementSteps.ArrangeAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates()
            .WithName("ArrangePlacement").WithExample(PlacementExamples.Arrange).WithSummary("Arrange an internship for an approved applicant; takes a seat of the post");
        placements.MapGet("", ListAsync).RequireRoles(Access.Readers)
            .WithName("ListPlacements").WithSummary("Placements of the caller's regions, unit or person").WithListParameters();
        placements.MapGet("follow-ups-due", ListFollowUpsDueAsync).RequireRoles([.. Access.Officials, Roles.HostUnit])
            .WithName("ListFollowUpsDue").WithListParameters()
            .WithSummary("Completed internships whose time for an employment by the unit is over, before anyone asked for follow-up help");
        placements.MapGet("{placementId:guid}", GetAsync).RequireRoles(Access.Readers)
            .WithName("GetPlacement").WithSummary("A placement with its agreement, months and employment");
        placements.MapUntilTheStart();
        placements.MapSinceTheStart();
    }

    private static void MapUntilTheStart(this RouteGroupBuilder placements)
    {
        placements.MapStep("agreement-revisions", PlacementSteps.ReviseAsync, Unit)
            .WithName("ReviseAgreement").WithExample(PlacementExamples.Revise).WithSummary("Change the agreement: a new version that both parties sign anew");
        placements.MapStep("signatures", PlacementSteps.SignAsync, Parties)
            .WithName("SignAgreement").WithExample(PlacementExamples.Sign).WithSummary("Sign the newest version of the agreement for the caller's party");
        placements.MapStep("mentor", PlacementSteps.AssignAsync, Unit)
            .WithName("AssignMentor").WithExample(PlacementExamples.Mentor).WithSummary("Assign the mentor; while the internship runs, hand over to another one with a reason");
        placements.MapStep("insurance", PlacementSteps.InsureAsync, Unit)
            .WithName("RegisterInsurance").WithExample(PlacementExamples.Insurance).WithSummary("Register the accident insurance or its renewal");
        placements.MapStep("start", PlacementSteps.StartAsync, Unit)
            .WithName("StartInternship").WithSummary("Start: needs both signatures, mentor and insurance");
        placements.MapStep("cancellation", PlacementSteps.CancelAsync, Unit)
            .WithName("CancelPlacement").WithExample(PlacementExamples.Cancellation).WithSummary("Cancel before the start; frees the seat, the application stays approved");
    }

    private static void MapSinceTheStart(this RouteGroupBuilder placements)
    {
        placements.MapStep("attendance", InternshipSteps.AttendAsync, Unit)
            .WithName("ReportAttendance").WithExample(PlacementExamples.Attendance).WithSummary("Report the days present in a month of the internship that is over");
        placements.MapStep("attendance-corrections", InternshipSteps.CorrectAsync, Unit)
            .WithName("CorrectAttendance").WithExample(PlacementExamples.Correction).WithSummary("Correct a reported month, with a reason; the correction of what was granted for it is proposed with it");
        placements.MapStep("allowances", InternshipSteps.PayAsync, Unit)
            .WithName("RecordAllowance").WithExample(PlacementExamples.Allowance).WithSummary("Record a payment of the living allowance to the intern");
        placements.MapStep("allowance-returns", InternshipSteps.ReturnAsync, Unit)
            .WithName("ReturnAllowance").WithExample(PlacementExamples.Return).WithSummary("Record that the bank returned a payment of the allowance: it counts as never paid");
        placements.MapStep("completion", InternshipSteps.CompleteAsync, Unit)
            .WithName("CompleteInternship").WithSummary("Complete at the agreed end");
        placements.MapStep("early-end", InternshipSteps.EndEarlyAsync, Parties)
            .WithName("EndInternshipEarly").WithExample(PlacementExamples.EarlyEnd).WithSummary("End before the agreed end, with a reason; frees the seat");
        placements.MapStep("early-hire", InternshipSteps.HireAsync, Unit)
            .WithName("HireEarly").WithExample(PlacementExamples.Employment).WithSummary("Employ the intern before the agreed end, which ends the internship");
        placements.MapStep("retention", InternshipSteps.RetainAsync, Unit)
            .WithName("RetainIntern").WithExample(PlacementExamples.Employment).WithSummary("Employ the intern after the agreed end");
        placements.MapStep("employment-end", InternshipSteps.LeaveAsync, Unit)
            .WithName("EndEmployment").WithExample(PlacementExamples.Left).WithSummary("Report that the employment after the internship ended");
        placements.MapStep("follow-up", InternshipSteps.FollowUpAsync, [Roles.HostUnit, Roles.Clerk, Roles.Reviewer])
            .WithName("RequestFollowUp").WithSummary("Ask for follow-up help for an intern whom the unit does not employ");
    }

    private static RouteHandlerBuilder MapStep(this RouteGroupBuilder placements, string step, Delegate handler, string[] roles) =>
        placements.MapPost($"{{placementId:guid}}/{step}", handler).RequireRoles(roles).Idempotent().ChangesVersion();

    private static async Task<Ok<PlacementView>> GetAsync(
        Guid placementId, HttpContext http, Caller caller, IEventStore store, TimeProvider time, CancellationToken cancellation)
    {
        var placement = await store.PlacementAsync(placementId, cancellation);
        var agreement = PlacementView.ArrangementOf(placement.State).Agreement;
        var unit = await store.HostUnitAsync(agreement.UnitId, cancellation);
        caller.RequireRead(agreement.Region, HostUnitApplication.FileOf(unit.State).CreditCode, agreement.PersonId);
        http.Response.Headers.ETag = ETags.Of(placement.Version);
        return TypedResults.Ok(PlacementView.Of(placement.State, time.Today()));
    }

    private static async Task<Ok<Page<PlacementRow>>> ListAsync(Listing listing, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.RowsAsync(PlacementRow.Select, listing.PersonParameters, PlacementRow.Of, cancellation);
        return TypedResults.Ok(Page<PlacementRow>.Of(rows, listing.Limit, row => row.PlacementId.ToString()));
    }

    private static async Task<Ok<Page<PlacementRow>>> ListFollowUpsDueAsync(
        Listing listing, NpgsqlDataSource database, InternshipRules rules, TimeProvider time, CancellationToken cancellation)
    {
        var endedBefore = time.Today().AddDays(-rules.Employment(RegionCode.China, time.Today()).RetentionDays.Value);
        var rows = await database.RowsAsync(
            PlacementRow.SelectFollowUpsDue, [.. listing.Parameters, endedBefore], PlacementRow.Of, cancellation);
        return TypedResults.Ok(Page<PlacementRow>.Of(rows, listing.Limit, row => row.PlacementId.ToString()));
    }
}
