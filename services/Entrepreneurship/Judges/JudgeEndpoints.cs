using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Judges;

/// <summary>Registers judges and their ties.</summary>
internal static class JudgeEndpoints
{
    public static void MapJudges(this IEndpointRouteBuilder routes)
    {
        var judges = routes.MapV1("judges");
        judges.MapPost("", RegisterAsync).RequireRoles(Access.Committee).Idempotent().Creates()
            .WithName("RegisterJudge").WithSummary("Register an account as a judge of a region's programmes")
            .WithExample(new RegisterJudgeRequest("judge-1", "430000", ["10532"]));
        judges.MapGet("", ListAsync).RequireRoles([.. Access.Committee, Roles.Auditor]).WithName("ListJudges").WithSummary("Judges of the caller's regions");
        judges.MapPost("ties", DeclareAsync).RequireRoles(Roles.Judge).Idempotent()
            .WithName("DeclareTies").WithSummary("Declare ties to people, firms, colleges or projects; they keep the caller from judging those")
            .WithExample(new DeclareTiesRequest([new("firm", "91430102000000019R")]));
        judges.MapPost("{account}/retirement", RetireAsync).RequireRoles(Access.Committee).Idempotent().ChangesVersion()
            .WithName("RetireJudge").WithSummary("Take a judge out of the pool").WithExample(new ReasonRequest("工作调动"));
    }

    private static Task<Answer<JudgeView>> RegisterAsync(RegisterJudgeRequest request, [AsParameters] Desk desk) => desk.Command.RetryAsync(async () =>
    {
        var region = desk.Rules.Region(request.Region);
        desk.Caller.RequireRegion(region);
        var judge = await desk.Store.JudgeAsync(request.Account, desk.Cancellation);
        return await CommitAsync(
            judge, new RegisterJudge(new(request.Account, region, request.Colleges), desk.Actor, desk.Today), desk, $"/v1/judges/{request.Account}");
    });

    private static Task<Answer<JudgeView>> DeclareAsync(DeclareTiesRequest request, [AsParameters] Desk desk) => desk.Command.RetryAsync(async () =>
    {
        var judge = (await desk.Store.JudgeAsync(desk.Actor, desk.Cancellation)).OrNotFound("judge.not_registered", "您尚未登记为评委。");
        return await CommitAsync(judge, new DeclareTies(request.Ties, desk.Actor, desk.Today), desk);
    });

    private static async Task<Answer<JudgeView>> RetireAsync(string account, ReasonRequest request, [AsParameters] Desk desk)
    {
        var judge = (await desk.Store.JudgeAsync(account, desk.Cancellation)).OrNotFound("judge.not_registered", "该评委尚未登记。");
        desk.Caller.RequireRegion(JudgeView.FileOf(judge.State).Region);
        desk.Command.RequireVersion(judge.Version);
        return await CommitAsync(judge, new RetireJudge(request.Reason, desk.Actor, desk.Today), desk);
    }

    private static Task<Answer<JudgeView>> CommitAsync(JudgeAggregate judge, JudgeCommand command, Desk desk, string? location = null)
    {
        var decision = judge.Decide(command);
        return desk.Command.CommitAsync(decision.Append, new Answer<JudgeView>(JudgeView.Of(decision.State), decision.Version, location));
    }

    private static async Task<Ok<Page<JudgeRow>>> ListAsync(
        string? region, string? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await database.RowsAsync(
            JudgeRow.Select, [RegionPatterns.Of(caller, region), after ?? "", size + 1], JudgeRow.Of, cancellation);
        return TypedResults.Ok(Page<JudgeRow>.Of(rows, size, row => row.Account));
    }
}

/// <summary>A judge as officials and the judge itself see it.</summary>
internal sealed record JudgeView(string Account, string Region, IReadOnlyList<string> Colleges, bool IsActive, IReadOnlyList<Tie> Ties)
{
    public static JudgeView Of(JudgeState state)
    {
        var file = FileOf(state);
        var ties = state is JudgeState.Active active ? active.Ties.OrderBy(tie => tie.Kind).ThenBy(tie => tie.Value) : Enumerable.Empty<Tie>();
        return new(file.Account, file.Region.Value, file.Colleges, state is JudgeState.Active, [.. ties]);
    }

    public static JudgeFile FileOf(JudgeState state) => state switch
    {
        JudgeState.Active s => s.File,
        JudgeState.Retired s => s.File,
        _ => throw new InvalidOperationException("A judge who was never registered has no view."),
    };
}

/// <summary>A judge in a list.</summary>
internal sealed record JudgeRow(string Account, string Region, bool IsActive, int Ties)
{
    public const string Select =
        """
        SELECT account, region, is_active, (SELECT count(*)::int FROM judge_ties t WHERE t.account = j.account) FROM judges j
        WHERE region LIKE ANY ($1) AND account > $2 ORDER BY account LIMIT $3
        """;

    public static JudgeRow Of(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetInt32(3));
}

/// <summary>A new judge.</summary>
internal sealed record RegisterJudgeRequest(
    [property: Description("Subject of the judge's tokens")] string Account,
    string Region,
    [property: Description("Codes of colleges that the judge works or studied at")] IReadOnlyList<string> Colleges);

/// <summary>Ties of the caller.</summary>
internal sealed record DeclareTiesRequest(
    [property: Description("Kinds: person, firm, college, project")] IReadOnlyList<Tie> Ties);
