using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Assessments;

/// <summary>What a judge sees and does: the projects it was drawn for, without their people, and its own scores.</summary>
internal static class AssessmentEndpoints
{
    public static void MapAssessments(this IEndpointRouteBuilder routes)
    {
        var assessments = routes.MapV1("assessments");
        assessments.MapGet("", ListAsync).RequireRoles(Roles.Judge).WithName("ListAssessments").WithSummary("Projects that the caller was drawn for");
        assessments.MapGet("{projectId:guid}", GetAsync).RequireRoles(Roles.Judge)
            .WithName("GetAssessment").WithSummary("A project as its judges see it: without its people");
        assessments.MapPost("{projectId:guid}/score", ScoreAsync).RequireRoles(Roles.Judge).Idempotent()
            .WithName("GiveScore").WithSummary("Score a project by the rubric, once")
            .WithExample(new ScoreRequest(
                new Dictionary<string, decimal> { ["innovation"] = 30, ["feasibility"] = 25, ["team"] = 12, ["employment"] = 15 }, "技术路线清楚"));
        assessments.MapPost("{projectId:guid}/recusal", RecuseAsync).RequireRoles(Roles.Judge).Idempotent()
            .WithName("Recuse").WithSummary("Step back from a project; the next judge without a tie takes the place")
            .WithExample(new ReasonRequest("与项目负责人有合作"));
    }

    private static Task<Answer<AssessmentView>> ScoreAsync(Guid projectId, ScoreRequest request, [AsParameters] Desk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var (assessment, assigned) = await OwnAsync(projectId, desk.Store, desk.Actor, desk.Cancellation);
            var rubric = (await desk.Store.ProgrammeAsync(assigned.Call, desk.Cancellation)).State.FileOrNull!.Terms.Rubric;
            var decision = assessment.Decide(new GiveScore(request.Points, request.Remark, rubric, desk.Actor, desk.Today));
            return await CommitAsync(decision, desk);
        });

    private static Task<Answer<AssessmentView>> RecuseAsync(Guid projectId, ReasonRequest request, Panels panels, [AsParameters] Desk desk) =>
        desk.Command.RetryAsync(async () =>
        {
            var (assessment, assigned) = await OwnAsync(projectId, desk.Store, desk.Actor, desk.Cancellation);
            var replacement = await panels.NextAsync(assigned, desk.Cancellation);
            return await CommitAsync(assessment.Decide(new Recuse(replacement, request.Reason, desk.Actor, desk.Today)), desk);
        });

    private static async Task<Answer<AssessmentView>> CommitAsync(Decision<AssessmentState> decision, Desk desk)
    {
        var assigned = (AssessmentState.Assigned)decision.State;
        var file = (await desk.Store.ProjectAsync(assigned.ProjectId, desk.Cancellation)).State.FileOrNull!;
        return await desk.Command.CommitAsync(
            decision.Append, new Answer<AssessmentView>(AssessmentView.Of(file, assigned, desk.Actor), decision.Version));
    }

    private static async Task<Ok<AssessmentView>> GetAsync(
        Guid projectId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var (assessment, assigned) = await OwnAsync(projectId, store, caller.Subject, cancellation);
        var file = (await store.ProjectAsync(projectId, cancellation)).State.FileOrNull!;
        http.Response.Headers.ETag = ETags.Of(assessment.Version);
        return TypedResults.Ok(AssessmentView.Of(file, assigned, caller.Subject));
    }

    /// <exception cref="ForbiddenException">The caller was not drawn for the project.</exception>
    private static async Task<(AssessmentAggregate Assessment, AssessmentState.Assigned Assigned)> OwnAsync(
        Guid projectId, IEventStore store, string account, CancellationToken cancellation)
    {
        var assessment = await store.AssessmentAsync(projectId, cancellation);
        var assigned = (AssessmentState.Assigned)assessment.State;
        return assigned.Judges.Contains(account) || assigned.Recused.Contains(account)
            ? (assessment, assigned)
            : throw new ForbiddenException("auth.not_judge", "您不是该项目的评委。");
    }

    private static async Task<Ok<Page<AssessmentRow>>> ListAsync(
        Guid? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await database.RowsAsync(
            AssessmentRow.Select, [caller.Subject, after ?? Guid.Empty, size + 1], AssessmentRow.Of, cancellation);
        return TypedResults.Ok(Page<AssessmentRow>.Of(rows, size, row => row.ProjectId.ToString()));
    }
}

/// <summary>A project as one of its judges sees it.</summary>
internal sealed record AssessmentView(
    Guid ProjectId,
    string Title,
    string Sector,
    string Summary,
    Money Amount,
    int TeamSize,
    IReadOnlyList<string> Documents,
    bool IsRecused,
    IReadOnlyDictionary<string, decimal>? Points,
    string? Remark)
{
    public static AssessmentView Of(ProjectFile file, AssessmentState.Assigned assigned, string judge)
    {
        var own = assigned.Scores.Find(scoring => scoring.Judge == judge);
        return new(
            file.ProjectId,
            file.Content.Title,
            file.Content.Sector,
            file.Content.Summary,
            file.Content.Amount,
            file.Content.Team().Count(),
            [.. file.Documents.Select(document => document.Kind)],
            assigned.Recused.Contains(judge),
            own?.Points,
            own?.Remark);
    }
}

/// <summary>A project in a judge's list.</summary>
internal sealed record AssessmentRow(Guid ProjectId, string Title, string Sector, [property: Description("Whether the caller has scored it")] bool IsScored)
{
    public const string Select =
        """
        SELECT a.project_id, p.title, p.sector, a.total IS NOT NULL FROM assessments a JOIN projects p USING (project_id)
        WHERE a.judge = $1 AND NOT a.is_recused AND a.project_id > $2 ORDER BY a.project_id LIMIT $3
        """;

    public static AssessmentRow Of(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetBoolean(3));
}

/// <summary>A judge's points.</summary>
internal sealed record ScoreRequest(
    [property: Description("Points by criterion of the programme's rubric")] IReadOnlyDictionary<string, decimal> Points, string Remark);
