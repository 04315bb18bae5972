using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using ProjectAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.Entrepreneurship.Projects.Project,
    YouthPlatform.Entrepreneurship.Projects.ProjectState,
    YouthPlatform.Entrepreneurship.Projects.ProjectCommand,
    YouthPlatform.Entrepreneurship.Projects.ProjectEvent>;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>Recommendation and selection of projects; reading them.</summary>
internal static class ProjectEndpoints
{
    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapV1("projects");
        group.MapPost("/", RecommendAsync).WithName("RecommendProject").Idempotent().Creates()
            .WithSummary("Recommends a project of a college to a programme")
            .RequireRoles(Roles.CollegeCommittee);
        group.MapPost("/{projectId:guid}/selection", SelectAsync).WithName("SelectProject").Idempotent().ChangesVersion()
            .WithSummary("Takes a recommended project into the selection of its programme")
            .RequireRoles(Roles.ProvincialCommittee);
        group.MapPost("/{projectId:guid}/refusal", DeclineAsync).WithName("DeclineProject").Idempotent().ChangesVersion()
            .WithSummary("Does not take a recommended project, with a reason")
            .RequireRoles(Roles.ProvincialCommittee);
        group.MapGet("/{projectId:guid}", GetAsync).WithName("GetProject").WithSummary("One project with its ETag");
        group.MapGet("/", ListAsync).WithName("ListProjects").WithSummary("Projects of a programme that the caller's regions cover, in pages");
        group.MapGrants();
    }

    internal static Task<ProjectAggregate> LoadProjectAsync(this HttpCommand command, Guid projectId) =>
        command.LoadAsync<Project, ProjectState, ProjectCommand, ProjectEvent>(Project.Stream(projectId));

    private static Task<Answer<ProjectView>> RecommendAsync(
        RecommendProjectRequest body, HttpCommand command, Caller caller, ProgrammeRules rules)
    {
        caller.RequireRegion(body.Region);
        var projectId = command.NewId();
        return command.RetryAsync(async () =>
        {
            var programme = (await command.LoadProgrammeAsync(body.Programme))
                .Decide(new ProgrammeCommand.OpenProgramme(
                    body.Programme, rules.Programme(body.Programme, body.Region, command.Today), command.Actor, command.Today));
            var project = ProjectAggregate.From(new EventStream(Project.Stream(projectId), 0, [])).Decide(new ProjectCommand.Recommend(
                projectId,
                body.Programme,
                body.Title,
                body.Sector,
                body.Region,
                body.LeaderId,
                rules.Eligibility(body, command.Today),
                command.Actor,
                command.Today));
            return await command.CommitAsync(
                [programme.Append, project.Append],
                new Answer<ProjectView>(ProjectView.Of(project.State), project.Version, $"/v1/projects/{projectId}"));
        });
    }

    private static Task<Answer<ProjectView>> SelectAsync(Guid projectId, HttpCommand command, Caller caller) => command.RetryAsync(async () =>
    {
        var project = await command.LoadProjectAsync(projectId);
        command.RequireVersion(project.Version);
        var pitch = project.State.Pitched();
        caller.RequireRegion(pitch.Region);
        var selected = project.Decide(new ProjectCommand.Select(command.Actor, command.Today));
        var entered = (await command.LoadProgrammeAsync(pitch.Programme)).Decide(new ProgrammeCommand.Enter(projectId, pitch.Sector));
        return await command.CommitAsync(
            [selected.Append, entered.Append], new Answer<ProjectView>(ProjectView.Of(selected.State), selected.Version));
    });

    private static async Task<Answer<ProjectView>> DeclineAsync(Guid projectId, DeclineProjectRequest body, HttpCommand command, Caller caller)
    {
        var project = await command.LoadProjectAsync(projectId);
        command.RequireVersion(project.Version);
        caller.RequireRegion(project.State.Pitched().Region);
        var declined = project.Decide(new ProjectCommand.Decline(body.Reason, command.Actor, command.Today));
        return await command.CommitAsync(declined.Append, new Answer<ProjectView>(ProjectView.Of(declined.State), declined.Version));
    }

    private static async Task<Ok<ProjectView>> GetAsync(
        Guid projectId, IEventStore store, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var project = await ProjectAggregate.LoadAsync(store, Project.Stream(projectId), cancellationToken);
        caller.RequireRegion(project.State.Pitched().Region);
        response.Headers.ETag = ETags.Of(project.Version);
        return TypedResults.Ok(ProjectView.Of(project.State));
    }

    private static async Task<Ok<Page<ProjectView>>> ListAsync(
        string programme, string? state, Guid? after, int? limit, ProjectQueries queries, Caller caller, CancellationToken cancellationToken)
    {
        var size = PageSize.Require(limit);
        var rows = await queries.ListAsync(programme, state, caller, after, size + 1, cancellationToken);
        return TypedResults.Ok(Page<ProjectView>.Of(rows, size, row => row.ProjectId.ToString()));
    }
}
