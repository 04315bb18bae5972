using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Payments;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Inspections;

internal static class InspectionEndpoints
{
    public static void MapInspections(this IEndpointRouteBuilder routes)
    {
        string[] readers = [.. Access.Officials, Roles.HostUnit];
        var draws = routes.MapV1("inspection-draws");
        draws.MapPost("", DrawSteps.AnnounceAsync).RequireRoles(Roles.Reviewer).Idempotent().Creates()
            .WithName("AnnounceInspectionDraw").WithSummary("Fix the files that can be drawn; the announcement's digest becomes the seed")
            .WithExample(InspectionExamples.Announce);
        draws.MapPost("{drawId:guid}/sample", DrawSteps.DrawAsync).RequireRoles(Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("DrawInspectionSample").WithSummary("Draw the sample and open an inspection of each file");
        draws.MapGet("{drawId:guid}", DrawSteps.GetAsync).RequireRoles(Access.Officials)
            .WithName("GetInspectionDraw").WithSummary("A draw with population, seed and sample, from which it can be drawn again");
        var inspections = routes.MapV1("inspections");
        inspections.MapGet("", ListAsync).RequireRoles(readers)
            .WithName("ListInspections").WithSummary("Inspections of the caller's regions or unit").WithListParameters();
        inspections.MapGet("{inspectionId:guid}", GetAsync).RequireRoles(readers).WithName("GetInspection").WithSummary("An inspection");
        inspections.MapPost("{inspectionId:guid}/findings", FindAsync).RequireRoles(Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("RecordFindings").WithSummary("Record what was found, or that nothing was; the unit may reply until a day")
            .WithExample(InspectionExamples.Findings);
        inspections.MapPost("{inspectionId:guid}/reply", ReplyAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("ReplyToFindings").WithSummary("The unit's reply, within its time")
            .WithExample(InspectionExamples.Reply);
        inspections.MapPost("{inspectionId:guid}/conclusion", ConcludeAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("ConcludeInspection").WithSummary("Conclude; what is no longer owed is clawed back in the same commit")
            .WithExample(InspectionExamples.Conclude);
    }

    private static async Task<Answer<InspectionView>> FindAsync(
        Guid inspectionId, FindingsRequest request, HttpCommand command, Caller caller, IEventStore store, SubsidyRules rules, CancellationToken cancellation)
    {
        var inspection = await OwnAsync(inspectionId, command, caller, store, cancellation);
        var region = InspectionView.FileOf(inspection.State).Region;
        var (dueOn, rule) = rules.ReplyDue(region, command.Today);
        var decision = inspection.Decide(
            new RecordFindings(request.Findings, rules.FraudKinds(region, command.Today), dueOn, rule, command.Actor, command.Today));
        return await command.CommitAsync(decision.Append, new Answer<InspectionView>(InspectionView.Of(decision.State), decision.Version));
    }

    private static async Task<Answer<InspectionView>> ReplyAsync(
        Guid inspectionId, ReplyRequest request, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var inspection = await store.InspectionAsync(inspectionId, cancellation);
        caller.RequireUnit(InspectionView.FileOf(inspection.State).UnitCode);
        command.RequireVersion(inspection.Version);
        var decision = inspection.Decide(new ReplyToFindings(request.Reply, command.Actor, command.Today));
        return await command.CommitAsync(decision.Append, new Answer<InspectionView>(InspectionView.Of(decision.State), decision.Version));
    }

    private static Task<Answer<InspectionView>> ConcludeAsync(
        Guid inspectionId, ConclusionRequest request, HttpCommand command, Caller caller, IEventStore store, PayDesk desk, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var inspection = await OwnAsync(inspectionId, command, caller, store, cancellation);
            var decision = inspection.Decide(new ConcludeInspection(request.Annulments, request.Reason, command.Actor, command.Today));
            List<StreamAppend> appends = [decision.Append];
            foreach (var annulment in request.Annulments)
            {
                appends.Add(await AnnulAsync(annulment, inspection.State, request.Reason, command, desk, cancellation));
            }

            return await command.CommitAsync(appends, new Answer<InspectionView>(InspectionView.Of(decision.State), decision.Version));
        });

    /// <summary>The inspector proposed it, who concludes approves it.</summary>
    private static async Task<StreamAppend> AnnulAsync(
        Annulment annulment, InspectionState state, string reason, HttpCommand command, PayDesk desk, CancellationToken cancellation)
    {
        var entitlement = await desk.EntitlementAsync(annulment.EntitlementId, cancellation);
        var file = InspectionView.FileOf(state);
        if (entitlement.State.AccountOrNull is not { } account || account.File.FileId != file.PlacementId || annulment.Owed > account.Owed)
        {
            throw new RuleViolation("inspection.annulment_invalid", "追回的补贴应属于被检查的档案，且更正后的金额不高于原金额。");
        }

        return entitlement.DecideAll(
        [
            new ProposeCorrection(annulment.Owed, reason, ((InspectionState.Found)state).FoundBy, command.Today),
            new ApproveCorrection(command.Actor, command.Today),
        ]).Append;
    }

    private static async Task<InspectionAggregate> OwnAsync(
        Guid inspectionId, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var inspection = await store.InspectionAsync(inspectionId, cancellation);
        caller.RequireRegion(InspectionView.FileOf(inspection.State).Region);
        command.RequireVersion(inspection.Version);
        return inspection;
    }

    private static async Task<Ok<InspectionView>> GetAsync(
        Guid inspectionId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var inspection = await store.InspectionAsync(inspectionId, cancellation);
        var file = InspectionView.FileOf(inspection.State);
        caller.RequireRead(file.Region, CreditCode.Parse(file.UnitCode));
        http.Response.Headers.ETag = ETags.Of(inspection.Version);
        return TypedResults.Ok(InspectionView.Of(inspection.State));
    }

    private static async Task<Ok<Page<InspectionRow>>> ListAsync(Listing listing, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.RowsAsync(InspectionRow.Select, listing.Parameters, InspectionRow.Of, cancellation);
        return TypedResults.Ok(Page<InspectionRow>.Of(rows, listing.Limit, row => row.InspectionId.ToString()));
    }
}
