using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>Applications of teams.</summary>
internal static class ProjectEndpoints
{
    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var projects = routes.MapV1("projects");
        projects.MapPost("", ProjectSteps.DraftAsync).RequireRoles(Roles.Graduate).Idempotent().Creates()
            .WithName("DraftProject").WithSummary("Draft an application; the caller leads the team").WithExample(ProjectExamples.Draft);
        projects.MapGet("", ListAsync).RequireRoles(Access.Readers).WithName("ListProjects").WithSummary("Projects of the caller's regions, or the caller's own");
        projects.MapGet("{projectId:guid}", GetAsync).RequireRoles(Access.Readers)
            .WithName("GetProject").WithSummary("A project; officials see related applicants");
        Step(projects, "content", ProjectSteps.ReviseAsync, [Roles.Graduate], "ReviseProject", "Change a draft, or correct what was returned")
            .WithExample(ProjectExamples.Content);
        Step(projects, "submission", ProjectSteps.SubmitAsync, [Roles.Graduate], "SubmitProject", "Hand the application in, or in again");
        Step(projects, "withdrawal", ProjectSteps.WithdrawAsync, [Roles.Graduate], "WithdrawProject", "Withdraw the application")
            .WithExample(ProjectExamples.Reason);
        Step(projects, "return", ProjectSteps.ReturnAsync, Access.Qualifiers, "ReturnProject", "Return fields for correction").WithExample(ProjectExamples.Return);
        Step(projects, "acceptance", ProjectSteps.AcceptAsync, Access.Qualifiers, "AcceptProject", "Recommend the project, or confirm its qualification");
        Step(projects, "refusal", ProjectSteps.RefuseAsync, Access.Qualifiers, "RefuseProject", "Refuse the application, with a reason")
            .WithExample(ProjectExamples.Reason);
    }

    /// <exception cref="ForbiddenException">The project is not the caller's.</exception>
    public static void RequireRead(this Caller caller, ProjectFile file)
    {
        if (caller.IsOfficial())
        {
            caller.RequireRegion(file.Region);
        }
        else
        {
            caller.RequirePerson(file.Content.Leader.PersonId);
        }
    }

    private static RouteHandlerBuilder Step(RouteGroupBuilder projects, string path, Delegate handler, string[] roles, string name, string summary) =>
        projects.MapPost($"{{projectId:guid}}/{path}", handler).RequireRoles(roles).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);

    private static async Task<Ok<ProjectView>> GetAsync(
        Guid projectId, HttpContext http, Caller caller, IEventStore store, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var project = await store.ProjectAsync(projectId, cancellation);
        caller.RequireRead(project.State.FileOrNull!);
        var related = caller.IsOfficial() ? await database.RowsAsync(RelatedProject.Select, [projectId], RelatedProject.Of, cancellation) : null;
        http.Response.Headers.ETag = ETags.Of(project.Version);
        return TypedResults.Ok(ProjectView.Of(project.State, related));
    }

    private static async Task<Ok<Page<ProjectRow>>> ListAsync(
        string? region, string? programme, string? state, Guid? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        object?[] whose = caller.IsOfficial() ? [RegionPatterns.Of(caller, region), null] : [null, caller.Person ?? Guid.Empty];
        var rows = await database.RowsAsync(
            ProjectRow.Select, [.. whose, programme, state, after ?? Guid.Empty, size + 1], ProjectRow.Of, cancellation);
        return TypedResults.Ok(Page<ProjectRow>.Of(rows, size, row => row.ProjectId.ToString()));
    }
}
