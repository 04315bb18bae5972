using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>The steps of an application as handlers.</summary>
internal static class ProjectSteps
{
    public static async Task<Answer<ProjectView>> DraftAsync(DraftProjectRequest request, ContactHashes hashes, [AsParameters] Desk desk)
    {
        desk.Caller.RequirePerson(request.Content.Leader.PersonId);
        var call = new CallKey(request.Programme, request.Year);
        var programme = (await desk.Store.ProgrammeAsync(call, desk.Cancellation)).State.FileOrNull!;
        var region = desk.Rules.Region(request.Region);
        if (!programme.Terms.Region.Covers(region))
        {
            throw ApiException.BadRequest("project.region_outside", "该地区不在项目计划的范围内。");
        }

        var file = new ProjectFile(desk.Command.NewId(), call, region, Content(request.Content, hashes), []);
        var drafted = new ProjectAggregate(Project.Stream(file.ProjectId), 0, Project.Initial)
            .Decide(new DraftProject(file, RulesOf(programme.Terms, desk), desk.Actor, desk.Today));
        return await drafted.CommitAsync(desk, location: $"/v1/projects/{file.ProjectId}");
    }

    public static Task<Answer<ProjectView>> ReviseAsync(Guid projectId, ProjectRequest request, ContactHashes hashes, [AsParameters] Desk desk)
    {
        desk.Caller.RequirePerson(request.Leader.PersonId);
        return ByLeaderAsync(projectId, desk, (_, terms) => new ReviseProject(Content(request, hashes), RulesOf(terms, desk), desk.Actor, desk.Today));
    }

    public static Task<Answer<ProjectView>> SubmitAsync(Guid projectId, [AsParameters] Desk desk) =>
        ByLeaderAsync(projectId, desk, (file, terms) => new SubmitProject(
            RulesOf(terms, desk),
            desk.Rules.Eligibility(file.Call.Programme, file.Region, file.Content.Leader, desk.Today),
            desk.Rules.Review(file.Region, desk.Today),
            desk.Actor,
            desk.Today));

    /// <summary>A project of the field leaves it in the same commit.</summary>
    public static Task<Answer<ProjectView>> WithdrawAsync(Guid projectId, ReasonRequest request, [AsParameters] Desk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var (project, file) = await LoadAsync(projectId, desk);
            desk.Caller.RequirePerson(file.Content.Leader.PersonId);
            var decision = project.Decide(new WithdrawProject(request.Reason, desk.Today));
            return project.State is ProjectState.Accepted
                ? await decision.CommitAsync(desk, (await desk.Store.ProgrammeAsync(file.Call, desk.Cancellation)).Decide(new LeaveProgramme(projectId)).Append)
                : await decision.CommitAsync(desk);
        });

    public static Task<Answer<ProjectView>> ReturnAsync(Guid projectId, ReturnProjectRequest request, [AsParameters] Desk desk) =>
        ByQualifierAsync(projectId, desk, (file, _) =>
            new ReturnProject(request.Fields, desk.Rules.ReturnCodes(file.Region, desk.Today), desk.Actor, desk.Today));

    public static Task<Answer<ProjectView>> AcceptAsync(Guid projectId, [AsParameters] Desk desk) =>
        ByQualifierAsync(projectId, desk, (_, terms) => new AcceptProject(terms.NeedsRecommendation(), desk.Actor, desk.Today));

    public static Task<Answer<ProjectView>> RefuseAsync(Guid projectId, ReasonRequest request, [AsParameters] Desk desk) =>
        ByQualifierAsync(projectId, desk, (_, _) => new RefuseProject(request.Reason, desk.Actor, desk.Today));

    public static Task<Answer<ProjectView>> CommitAsync(
        this Decision<ProjectState> decision,
        Desk desk,
        StreamAppend? programme = null,
        string? location = null,
        IReadOnlyList<SqlStatement>? statements = null) =>
        desk.Command.CommitAsync(
            programme is null ? [decision.Append] : [decision.Append, programme],
            new Answer<ProjectView>(ProjectView.Of(decision.State), decision.Version, location),
            statements);

    public static async Task<(ProjectAggregate Project, ProjectFile File)> LoadAsync(Guid projectId, Desk desk)
    {
        var project = await desk.Store.ProjectAsync(projectId, desk.Cancellation);
        desk.Command.RequireVersion(project.Version);
        return (project, project.State.FileOrNull!);
    }

    private static async Task<Answer<ProjectView>> ByLeaderAsync(
        Guid projectId, Desk desk, Func<ProjectFile, ProgrammeTerms, ProjectCommand> step)
    {
        var (project, file) = await LoadAsync(projectId, desk);
        desk.Caller.RequirePerson(file.Content.Leader.PersonId);
        var programme = await desk.Store.ProgrammeAsync(file.Call, desk.Cancellation);
        return await project.Decide(step(file, programme.State.FileOrNull!.Terms)).CommitAsync(desk);
    }

    /// <summary>A step of who looks at applications: the college's committee where the programme begins with a recommendation.</summary>
    private static Task<Answer<ProjectView>> ByQualifierAsync(
        Guid projectId, Desk desk, Func<ProjectFile, ProgrammeTerms, ProjectCommand> step) => desk.Command.RetryAsync(async () =>
    {
        var (project, file) = await LoadAsync(projectId, desk);
        var programme = await desk.Store.ProgrammeAsync(file.Call, desk.Cancellation);
        var terms = programme.State.FileOrNull!.Terms;
        desk.Caller.RequireRole(terms.NeedsRecommendation() ? Roles.CollegeCommittee : Roles.Reviewer);
        desk.Caller.RequireRegion(file.Region);
        var decision = project.Decide(step(file, terms));
        return decision.Append.Events.OfType<ProjectAccepted>().Any()
            ? await decision.CommitAsync(desk, programme.Decide(new EnterProject(projectId, file.Content.Sector, file.Content.Amount)).Append)
            : await decision.CommitAsync(desk);
    });

    private static ContentRules RulesOf(ProgrammeTerms terms, Desk desk) => new(terms, desk.Rules.MostMembers(terms.Region, desk.Today));

    private static ProjectContent Content(ProjectRequest request, ContactHashes hashes) => new(
        request.Title,
        request.Sector,
        request.Summary,
        request.College,
        request.Leader,
        request.Members ?? [],
        request.FirmCode,
        request.Amount,
        hashes.Of(request.Contact));
}
