using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Entrepreneurship.Rules;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Resources;

/// <summary>Mentors, space, funds and technology, matched to projects.</summary>
internal static class ResourceEndpoints
{
    private static readonly Guid SomeId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    public static void MapResources(this IEndpointRouteBuilder routes)
    {
        var resources = routes.MapV1("resources");
        resources.MapGet("", ListAsync).RequireRoles([.. Access.Readers, Roles.HostUnit])
            .WithName("ListResources").WithSummary("Resources that are offered, by kind and region");
        resources.MapGet("{resourceId:guid}", GetAsync).RequireRoles([.. Access.Officials, Roles.HostUnit])
            .WithName("GetResource").WithSummary("A resource with the projects that it serves");
        resources.MapPost("", OfferAsync).RequireRoles(Roles.HostUnit).Idempotent().Creates().WithName("OfferResource")
            .WithSummary("Offer a mentor, space, funds or technology; for the caller's unit").WithExample(new ResourceRequest(
                "mentor", "智能制造领域创业导师", "每月两次一对一指导", "430100", ["hard_tech"], 3, new(2023, 12, 31)));
        Step(resources, "withdrawal", WithdrawAsync, [Roles.HostUnit], "WithdrawResource", "Offer it no more; what it serves already goes on")
            .WithExample(new ReasonRequest("导师调离"));
        Step(resources, "matches", ProposeAsync, Access.Officials, "ProposeResource", "Propose it to a project").WithExample(new ProposalRequest(SomeId));
        Step(resources, "matches/{projectId:guid}/acceptance", AcceptAsync, [Roles.Graduate], "AcceptResource", "Take it; by the project's leader");
        Step(resources, "matches/{projectId:guid}/end", EndAsync, [Roles.Graduate, Roles.HostUnit, Roles.Reviewer], "EndResource",
            "Decline it, or end it: its leader, its unit, or an official").WithExample(new ReasonRequest("项目已完成对接"));
        routes.MapV1("projects").MapGet("{projectId:guid}/resources", OfProjectAsync).RequireRoles(Access.Readers)
            .WithName("ListProjectResources").WithSummary("What a project was proposed and has, and what fits it besides, with the reasons");
    }

    private static RouteHandlerBuilder Step(RouteGroupBuilder resources, string path, Delegate handler, string[] roles, string name, string summary) =>
        resources.MapPost($"{{resourceId:guid}}/{path}", handler).RequireRoles(roles).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);

    private static Task<Answer<ResourceView>> OfferAsync(ResourceRequest request, StartupRules rules, [AsParameters] Desk desk)
    {
        var region = desk.Rules.Region(request.Region);
        var unit = desk.Caller.Unit ?? throw new ForbiddenException("auth.unit_forbidden", "访问令牌中没有单位标识（unit）。");
        var file = new ResourceFile(
            desk.Command.NewId(), request.Kind, request.Title, request.Description, unit, region, request.Sectors, request.Capacity, request.Until);
        var offered = new ResourceAggregate(Resource.Stream(file.ResourceId), 0, Resource.Initial)
            .Decide(new OfferResource(file, rules.ResourceKinds(region, desk.Today), desk.Actor, desk.Today));
        return desk.CommitAsync(offered, ResourceView.Of, location: $"/v1/resources/{file.ResourceId}");
    }

    private static async Task<Answer<ResourceView>> WithdrawAsync(Guid resourceId, ReasonRequest request, [AsParameters] Desk desk)
    {
        var found = await desk.Store.ResourceAsync(resourceId, desk.Cancellation);
        desk.Caller.RequireUnit(found.State.FileOrNull!.OwnerCode);
        return await desk.CommitAsync(desk.Decide(found, new WithdrawResource(request.Reason, desk.Actor, desk.Today)), ResourceView.Of);
    }

    private static async Task<Answer<ResourceView>> ProposeAsync(Guid resourceId, ProposalRequest request, [AsParameters] Desk desk)
    {
        var project = await ProjectAsync(request.ProjectId, desk.Store, desk.Cancellation);
        desk.Caller.RequireRegion(project.Region);
        var found = await desk.Store.ResourceAsync(resourceId, desk.Cancellation);
        var proposal = new ProposeResource(
            project.ProjectId, project.Content.Leader.PersonId, project.Content.Sector, desk.Actor, desk.Today);
        return await desk.CommitAsync(desk.Decide(found, proposal), ResourceView.Of);
    }

    private static async Task<Answer<ResourceView>> AcceptAsync(Guid resourceId, Guid projectId, [AsParameters] Desk desk)
    {
        desk.Caller.RequirePerson((await ProjectAsync(projectId, desk.Store, desk.Cancellation)).Content.Leader.PersonId);
        var found = await desk.Store.ResourceAsync(resourceId, desk.Cancellation);
        return await desk.CommitAsync(desk.Decide(found, new AcceptResource(projectId, desk.Actor, desk.Today)), ResourceView.Of);
    }

    private static async Task<Answer<ResourceView>> EndAsync(Guid resourceId, Guid projectId, ReasonRequest request, [AsParameters] Desk desk)
    {
        var found = await desk.Store.ResourceAsync(resourceId, desk.Cancellation);
        var project = (await desk.Store.ProjectAsync(projectId, desk.Cancellation)).State.FileOrNull!;
        if (desk.Caller.Has(Roles.Graduate))
        {
            desk.Caller.RequirePerson(project.Content.Leader.PersonId);
        }
        else if (desk.Caller.Has(Roles.HostUnit))
        {
            desk.Caller.RequireUnit(found.State.FileOrNull!.OwnerCode);
        }
        else
        {
            desk.Caller.RequireRegion(project.Region);
        }

        return await desk.CommitAsync(desk.Decide(found, new EndResource(projectId, request.Reason, desk.Actor, desk.Today)), ResourceView.Of);
    }

    private static async Task<ProjectFile> ProjectAsync(Guid projectId, IEventStore store, CancellationToken cancellation) =>
        (await store.ProjectAsync(projectId, cancellation)).State is { Name: "accepted" or "granted" or "not_selected" } state
            ? state.FileOrNull!
            : throw new RuleViolation("resource.project_not_accepted", "项目通过审核后方可对接资源。");

    private static async Task<Ok<ResourceView>> GetAsync(
        Guid resourceId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var found = await store.ResourceAsync(resourceId, cancellation);
        if (!caller.IsOfficial())
        {
            caller.RequireUnit(found.State.FileOrNull!.OwnerCode);
        }

        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(ResourceView.Of(found.State));
    }

    private static async Task<Ok<Page<ResourceRow>>> ListAsync(
        string? kind, string? region, Guid? after, int? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var pattern = region is null ? null
            : RegionCode.TryParse(region, out var code) ? $"{code.Prefix}%" : throw ApiException.BadRequest("region.unknown", "行政区划代码不正确。");
        var rows = await database.RowsAsync(ResourceRow.Select, [kind, pattern, after ?? Guid.Empty, size + 1], ResourceRow.Of, cancellation);
        return TypedResults.Ok(Page<ResourceRow>.Of(rows, size, row => row.ResourceId.ToString()));
    }

    private static async Task<Ok<ProjectResources>> OfProjectAsync(
        Guid projectId, Caller caller, IEventStore store, ResourceMatching matching, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var project = await ProjectAsync(projectId, store, cancellation);
        if (caller.IsOfficial())
        {
            caller.RequireRegion(project.Region);
        }
        else
        {
            caller.RequirePerson(project.Content.Leader.PersonId);
        }

        var own = await database.RowsAsync(ProjectResource.Select, [projectId], ProjectResource.Of, cancellation);
        return TypedResults.Ok(new ProjectResources(own, await matching.FindAsync(project, time.Today(), cancellation)));
    }
}
