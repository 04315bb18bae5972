using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Payments;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Awards;

/// <summary>Awards: tranches, reports, revocation, the letter.</summary>
internal static class AwardEndpoints
{
    private const string Tranche = "tranches/{tranche}";

    public static void MapAwards(this IEndpointRouteBuilder routes)
    {
        string[] proposers = [Roles.Clerk, Roles.ProvincialCommittee];
        var awards = routes.MapV1("awards");
        awards.MapGet("", ListAsync).RequireRoles(Access.Officials).WithName("ListAwards").WithSummary("Awards of the caller's regions");
        awards.MapGet("{projectId:guid}", GetAsync).RequireRoles(Access.Readers).WithName("GetAward").WithSummary("An award with its tranches and reports");
        awards.MapGet("{projectId:guid}/letter", LetterAsync).RequireRoles(Access.Readers).Produces<string>(StatusCodes.Status200OK, "text/html")
            .WithName("GetAwardLetter").WithSummary("The letter to the team, in Chinese");
        Step(awards, $"{Tranche}/proposal", AwardStep.ProposeAsync, proposers, "ProposeTranche", "Propose to pay a tranche; after the first on an accepted report");
        Step(awards, $"{Tranche}/release", AwardStep.ReleaseAsync, [Roles.Approver], "ReleaseTranche", "Approve a tranche; by another person. Pay runs pay it");
        Step(awards, $"{Tranche}/report", AwardStep.ReportAsync, [Roles.Graduate], "FileReport", "Report on a tranche").WithExample(new ReportRequest("样机已完成测试"));
        Step(awards, $"{Tranche}/report/answer", AwardStep.AnswerAsync, Access.Committee, "AnswerReport", "Accept a report, or return it with a remark")
            .WithExample(new ReportAnswerRequest(IsAccepted: true));
        Step(awards, "revocation", AwardStep.ProposeRevocationAsync, proposers, "ProposeRevocation", "Propose to revoke the award")
            .WithExample(new ReasonRequest("资金挪作他用"));
        Step(awards, "revocation/approval", AwardStep.RevokeAsync, [Roles.Approver], "RevokeAward", "Revoke the award; what was paid is claimed back");
    }

    private static RouteHandlerBuilder Step(RouteGroupBuilder awards, string path, Delegate handler, string[] roles, string name, string summary) =>
        awards.MapPost($"{{projectId:guid}}/{path}", handler).RequireRoles(roles).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);

    private static async Task<Ok<AwardView>> GetAsync(Guid projectId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var award = await ReadAsync(projectId, caller, store, cancellation);
        http.Response.Headers.ETag = ETags.Of(award.Version);
        return TypedResults.Ok(AwardView.Of(award.State));
    }

    private static async Task<ContentHttpResult> LetterAsync(
        Guid projectId, Caller caller, IEventStore store, PolicyData policy, CancellationToken cancellation)
    {
        var file = (await ReadAsync(projectId, caller, store, cancellation)).State.FileOrNull!;
        var names = policy.Book.List("grants.programmes", file.Region, file.GrantedOn).Value;
        var name = names.TryGet(file.Call.Programme, out var programme) ? programme.Name : file.Call.Programme;
        return TypedResults.Text(AwardLetter.Of(file, name), "text/html", System.Text.Encoding.UTF8);
    }

    private static async Task<AwardAggregate> ReadAsync(Guid projectId, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var award = await store.AwardAsync(projectId, cancellation);
        var file = award.State.FileOrNull!;
        if (caller.IsOfficial())
        {
            caller.RequireRegion(file.Region);
        }
        else
        {
            caller.RequirePerson(file.LeaderId);
        }

        return award;
    }

    private static async Task<Ok<Page<AwardRow>>> ListAsync(
        string? region, string? state, Guid? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await database.RowsAsync(
            AwardRow.Select, [RegionPatterns.Of(caller, region), state, after ?? Guid.Empty, size + 1], AwardRow.Of, cancellation);
        return TypedResults.Ok(Page<AwardRow>.Of(rows, size, row => row.ProjectId.ToString()));
    }
}

/// <summary>What a step with an award needs; what it means for the money commits with it.</summary>
internal sealed record AwardStep(HttpCommand Command, Caller Caller, IEventStore Store, PayDesk Payments, CancellationToken Cancellation)
{
    public static Task<Answer<AwardView>> ProposeAsync(Guid projectId, string tranche, [AsParameters] AwardStep step) =>
        step.ByOfficialAsync(projectId, new ProposeTranche(tranche, step.Command.Actor, step.Command.Today));

    public static Task<Answer<AwardView>> ReleaseAsync(Guid projectId, string tranche, [AsParameters] AwardStep step) =>
        step.ByOfficialAsync(projectId, new ReleaseTranche(tranche, step.Command.Actor, step.Command.Today));

    public static async Task<Answer<AwardView>> ReportAsync(Guid projectId, string tranche, ReportRequest request, [AsParameters] AwardStep step)
    {
        var award = await step.Store.AwardAsync(projectId, step.Cancellation);
        step.Caller.RequirePerson(award.State.FileOrNull!.LeaderId);
        return await step.CommitAsync(award, new FileReport(tranche, request.Text, step.Command.Actor, step.Command.Today));
    }

    public static Task<Answer<AwardView>> AnswerAsync(Guid projectId, string tranche, ReportAnswerRequest request, [AsParameters] AwardStep step) =>
        step.ByOfficialAsync(projectId, new AnswerReport(tranche, request.IsAccepted, request.Remark, step.Command.Actor, step.Command.Today));

    public static Task<Answer<AwardView>> ProposeRevocationAsync(Guid projectId, ReasonRequest request, [AsParameters] AwardStep step) =>
        step.ByOfficialAsync(projectId, new ProposeRevocation(request.Reason, step.Command.Actor, step.Command.Today));

    public static Task<Answer<AwardView>> RevokeAsync(Guid projectId, [AsParameters] AwardStep step) =>
        step.ByOfficialAsync(projectId, new ConfirmRevocation(step.Command.Actor, step.Command.Today));

    private async Task<Answer<AwardView>> ByOfficialAsync(Guid projectId, AwardCommand command)
    {
        var award = await Store.AwardAsync(projectId, Cancellation);
        Caller.RequireRegion(award.State.FileOrNull!.Region);
        return await CommitAsync(award, command);
    }

    private async Task<Answer<AwardView>> CommitAsync(AwardAggregate award, AwardCommand command)
    {
        Command.RequireVersion(award.Version);
        var decision = award.Decide(command);
        return await Command.CommitAsync(
            [decision.Append, .. await Payments.GrantAsync(decision, Cancellation)],
            new Answer<AwardView>(AwardView.Of(decision.State), decision.Version));
    }
}

/// <summary>An award as its team and officials see it.</summary>
internal sealed record AwardView(
    Guid ProjectId,
    string Programme,
    int Year,
    string Region,
    string Title,
    Money Amount,
    DateOnly GrantedOn,
    [property: Description("in_force or revoked")] string State,
    string? Reason,
    IReadOnlyList<TrancheView> Tranches,
    IReadOnlyList<MilestoneReport> Reports,
    [property: Description("Why a revocation is proposed")] string? ProposedRevocation)
{
    public static AwardView Of(AwardState state) => state switch
    {
        AwardState.InForce s => Of(s.File, "in_force", s.Released, s.Proposed.Keys) with
        {
            Reports = [.. s.Reports.Values],
            ProposedRevocation = s.Revocation?.Reason,
        },
        AwardState.Revoked s => Of(s.File, "revoked", s.Released, []) with { Reason = s.Reason },
        _ => throw new InvalidOperationException("An award that was never granted has no view."),
    };

    private static AwardView Of(AwardFile file, string state, IReadOnlyCollection<string> released, IEnumerable<string> proposed) => new(
        file.ProjectId,
        file.Call.Programme,
        file.Call.Year,
        file.Region.Value,
        file.Title,
        file.Amount,
        file.GrantedOn,
        state,
        null,
        [.. file.Tranches.Select(tranche => new TrancheView(
            tranche.Code,
            tranche.Amount,
            released.Contains(tranche.Code) ? "released" : proposed.Contains(tranche.Code) ? "proposed" : "open",
            AwardGrants.EntitlementOf(file, tranche.Code).EntitlementId))],
        [],
        null);
}

/// <summary>A tranche as it stands; its entitlement tells of the payment once it was released.</summary>
internal sealed record TrancheView(string Code, Money Amount, [property: Description("open, proposed or released")] string State, Guid EntitlementId);

/// <summary>An award in a list.</summary>
internal sealed record AwardRow(Guid ProjectId, string Call, string Region, Money Amount, Money Released, string State)
{
    public const string Select =
        """
        SELECT project_id, call, region, amount, released, state FROM awards
        WHERE region LIKE ANY ($1) AND ($2::text IS NULL OR state = $2) AND project_id > $3 ORDER BY project_id LIMIT $4
        """;

    public static AwardRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), Money.Of(row.GetDecimal(3)), Money.Of(row.GetDecimal(4)), row.GetString(5));
}

/// <summary>A report on a tranche.</summary>
internal sealed record ReportRequest(string Text);

/// <summary>What becomes of a report.</summary>
internal sealed record ReportAnswerRequest(bool IsAccepted, string? Remark = null);
