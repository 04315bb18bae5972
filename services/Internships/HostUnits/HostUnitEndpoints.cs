using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Reads;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.HostUnits;

internal static class HostUnitEndpoints
{
    public static void MapHostUnits(this IEndpointRouteBuilder routes)
    {
        var units = routes.MapV1("host-units");
        units.MapPost("", ApplyAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates()
            .WithName("ApplyAsHostUnit").WithSummary("Apply as a host unit with its first posts");
        units.MapGet("", ListAsync).RequireRoles([.. Access.Officials, Roles.HostUnit])
            .WithName("ListHostUnits").WithSummary("Host units of the caller's regions, or its own").WithListParameters();
        units.MapGet("{unitId:guid}", GetAsync).RequireRoles([.. Access.Officials, Roles.HostUnit])
            .WithName("GetHostUnit").WithSummary("A host unit");
        units.MapPost("{unitId:guid}/resubmissions", ResubmitAsync).RequireRoles(Roles.HostUnit).Idempotent().ChangesVersion()
            .WithName("ResubmitHostUnit").WithSummary("Submit a returned application again; the time for the review begins anew");
        units.MapPost("{unitId:guid}/approval", HostUnitReview.ApproveAsync).RequireRoles(Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("ApproveHostUnit").WithSummary("Approve a host unit and publish its posts");
        units.MapPost("{unitId:guid}/return", HostUnitReview.ReturnAsync).RequireRoles(Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("ReturnHostUnit").WithSummary("Return an application for correction");
        units.MapPost("{unitId:guid}/rejection", HostUnitReview.RejectAsync).RequireRoles(Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("RejectHostUnit").WithSummary("Reject an application and close its posts");
    }

    private static Task<Answer<HostUnitView>> ApplyAsync(
        ApplyAsHostUnitRequest request, HttpCommand command, Caller caller, InternshipRules rules)
    {
        var code = HostUnitApplication.RequireCreditCode(request.CreditCode);
        caller.RequireUnit(code.Value);
        var region = rules.County(request.Region);
        var unitId = command.NewId();
        var posts = HostUnitApplication.DraftPosts(request.Posts, unitId, region, rules.Limits(region, command.Today), command);
        var file = new HostUnitFile(
            unitId, request.Name, code, region, [.. posts.Select(post => post.PostId)], command.Actor, rules.UnitReview(region, command.Today));
        var unit = new HostUnitAggregate(HostUnit.Stream(unitId), 0, HostUnit.Initial).Decide(new ApplyAsHostUnit(file));
        return command.CommitAsync(
            [unit.Append, .. posts.Select(post => post.Draft)],
            new Answer<HostUnitView>(HostUnitView.Of(unit.State, command.Today), unit.Version, $"/v1/host-units/{unitId}"));
    }

    private static async Task<Answer<HostUnitView>> ResubmitAsync(
        Guid unitId,
        ResubmitHostUnitRequest request,
        HttpCommand command,
        Caller caller,
        IEventStore store,
        InternshipRules rules,
        CancellationToken cancellation)
    {
        var unit = await store.HostUnitAsync(unitId, cancellation);
        var file = HostUnitApplication.FileOf(unit.State);
        caller.RequireUnit(file.CreditCode.Value);
        command.RequireVersion(unit.Version);
        var decision = unit.Decide(new ResubmitHostUnit(request.Name, command.Actor, rules.UnitReview(file.Region, command.Today)));
        return await command.CommitAsync(
            decision.Append, new Answer<HostUnitView>(HostUnitView.Of(decision.State, command.Today), decision.Version));
    }

    private static async Task<Ok<HostUnitView>> GetAsync(
        Guid unitId, HttpContext http, Caller caller, IEventStore store, TimeProvider time, CancellationToken cancellation)
    {
        var unit = await store.HostUnitAsync(unitId, cancellation);
        var file = HostUnitApplication.FileOf(unit.State);
        caller.RequireRead(file.Region, file.CreditCode);
        http.Response.Headers.ETag = ETags.Of(unit.Version);
        return TypedResults.Ok(HostUnitView.Of(unit.State, time.Today()));
    }

    private static async Task<Ok<Page<HostUnitRow>>> ListAsync(
        Listing listing, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var today = time.Today();
        var rows = await database.RowsAsync(HostUnitRow.Select, listing.Parameters, row => HostUnitRow.Of(row, today), cancellation);
        return TypedResults.Ok(Page<HostUnitRow>.Of(rows, listing.Limit, row => row.UnitId.ToString()));
    }
}
