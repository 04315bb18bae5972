using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.Programmes;

/// <summary>Programmes from their opening to the awards.</summary>
internal static class ProgrammeEndpoints
{
    private const string Call = "{programme}/{year:int}";

    public static void MapProgrammes(this IEndpointRouteBuilder routes)
    {
        var programmes = routes.MapV1("programmes");
        programmes.MapPost("", ProgrammeSteps.OpenAsync).RequireRoles(Access.Committee).Idempotent().Creates()
            .WithName("OpenProgramme").WithSummary("Open a programme for a year, under the terms of the packs")
            .WithExample(new OpenProgrammeRequest("golden_bridge", 2023, "430000"));
        programmes.MapGet("", ListAsync).WithName("ListProgrammes").WithSummary("Programmes, for everyone");
        programmes.MapGet(Call, GetAsync).WithName("GetProgramme").WithSummary("A programme with its terms, and its selection from the notice on");
        programmes.MapGet($"{Call}/ranking", RankingAsync).RequireRoles([.. Access.Committee, Roles.Approver, Roles.Auditor])
            .WithName("GetRanking").WithSummary("The ranking with outliers");
        Step(programmes, "closing", ProgrammeSteps.CloseAsync, Access.Committee, "CloseApplications", "Close applications when the window is over");
        Step(programmes, "panel", ProgrammeSteps.DrawAsync, Access.Committee, "DrawPanel", "Draw judges without ties; anybody can draw them again");
        Step(programmes, "ranking", ProgrammeSteps.RankAsync, Access.Committee, "RankProjects", "Rank the projects once all scores are in");
        programmes.MapPost($"{Call}/selection/previews", ProgrammeSteps.PreviewAsync).RequireRoles(Access.Committee).Idempotent()
            .WithName("PreviewSelection").WithSummary("What the best selection would be; changes nothing").WithExample(ProgrammeExamples.Selection);
        Step(programmes, "selection", ProgrammeSteps.ProposeAsync, Access.Committee, "ProposeSelection", "Propose the best selection, with adjustments")
            .WithExample(ProgrammeExamples.Selection);
        Step(programmes, "notice", ProgrammeSteps.PublishAsync, [Roles.Approver], "PublishNotice", "Approve the proposal and publish it; by another person");
        programmes.MapPost($"{Call}/objections", ProgrammeSteps.ObjectAsync).RequireRoles([.. Access.Readers, Roles.Judge, Roles.HostUnit]).Idempotent()
            .WithName("RaiseObjection").WithSummary("Object to a selected project during the notice").WithExample(ProgrammeExamples.Objection);
        Step(programmes, "objections/{objectionId:guid}/resolution", ProgrammeSteps.ResolveAsync, [Roles.Approver], "ResolveObjection", "Uphold or dismiss an objection")
            .WithExample(new ResolutionRequest(IsUpheld: false, "经核实，材料属实"));
        Step(programmes, "decision", ProgrammeSteps.DecideAsync, [Roles.Approver], "DecideSelection", "Grant the awards once the notice is over");
    }

    private static RouteHandlerBuilder Step(RouteGroupBuilder programmes, string path, Delegate handler, string[] roles, string name, string summary) =>
        programmes.MapPost($"{Call}/{path}", handler).RequireRoles(roles).Idempotent().ChangesVersion().WithName(name).WithSummary(summary);

    private static async Task<Ok<ProgrammeView>> GetAsync(
        string programme, int year, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var found = await store.ProgrammeAsync(new(programme, year), cancellation);
        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(ProgrammeView.Of(found.State, caller.IsOfficialOf(found.State)));
    }

    private static async Task<Ok<RankingView>> RankingAsync(
        string programme, int year, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var found = await store.ProgrammeAsync(new(programme, year), cancellation);
        caller.RequireRegion(found.State.FileOrNull!.Terms.Region);
        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(new RankingView(programme, year, Selecting.RankingOf(found.State)));
    }

    private static async Task<Ok<Page<ProgrammeRow>>> ListAsync(string? after, int? limit, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await database.RowsAsync(ProgrammeRow.Select, [after ?? "", size + 1], ProgrammeRow.Of, cancellation);
        return TypedResults.Ok(Page<ProgrammeRow>.Of(rows, size, row => row.Call));
    }

    private static bool IsOfficialOf(this Caller caller, ProgrammeState state) =>
        caller.IsOfficial() && caller.Covers(state.FileOrNull!.Terms.Region);
}

/// <summary>Invented requests for the API description.</summary>
internal static class ProgrammeExamples
{
    private static readonly Guid SomeId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    public static SelectionRequest Selection { get; } = new([new(SomeId, IsSelected: false, "项目已终止")]);

    public static ObjectionRequest Objection { get; } = new(SomeId, "false_statement", "专利权属与申报材料不符");
}
