using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Pairings;

internal static class PairingEndpoints
{
    private const string RecommendationsMin = "pairing.recommendations_min";
    private const string EmployedTarget = "pairing.students_employed";
    private const string GoldenBridge = "golden_bridge";

    private static readonly string[] Helpers = [Roles.Clerk, Roles.CollegeCommittee];
    private static readonly string[] Managers = [Roles.Clerk, Roles.Reviewer, Roles.CollegeCommittee, Roles.ProvincialCommittee];
    private static readonly string[] Readers = [.. Managers, Roles.Auditor];

    public static void MapPairings(this IEndpointRouteBuilder routes)
    {
        var cadres = routes.MapV1("cadres");
        cadres.MapGet("", ListAsync).RequireRoles(Readers).WithName("listCadres")
            .WithSummary("Cadres of the caller's regions; 'below' leaves those with fewer students than each is to have");
        cadres.MapGet("progress", ProgressAsync).RequireRoles(Readers).WithName("readPairingProgress")
            .WithSummary("Students paired and employed, beside the year's target (G3 §三(三)1: 4,600)");
        cadres.MapGet("{cadreId:guid}", ReadAsync).RequireRoles(Readers).WithName("readCadre").WithSummary("A cadre with the students");
        cadres.MapPost("", PairingSteps.RegisterAsync).RequireRoles(Managers).Idempotent().Creates()
            .WithName("registerCadre").WithSummary("Registers who helps students").WithExample(PairingExamples.Register);
        Step(cadres, "students", PairingSteps.PairAsync, Managers, "pairStudent", "Pairs a student with the cadre, at most 5 at a time")
            .WithExample(PairingExamples.Pair);
        Step(cadres, "students/{personId:guid}/recommendations", PairingSteps.RecommendAsync, Helpers, "recommendFittingJob", "Recommends a post, with why it fits")
            .WithExample(PairingExamples.Recommend);
        Step(cadres, "students/{personId:guid}/follow-ups", PairingSteps.FollowAsync, Helpers, "followStudent", "Records what else was done for the student")
            .WithExample(PairingExamples.Follow);
        Step(cadres, "students/{personId:guid}/end", PairingSteps.EndAsync, Helpers, "endPairing", "Ends the help: the student has found work, or cannot be helped on")
            .WithExample(PairingExamples.End);
        Step(cadres, "students/{personId:guid}/handover", PairingSteps.HandOverAsync, Managers, "handStudentOver", "Hands the student over to another cadre")
            .WithExample(PairingExamples.HandOver);
        Step(cadres, "cover", PairingSteps.CoverAsync, Managers, "coverCadre", "Lets another cadre act for this one up to a day")
            .WithExample(PairingExamples.Cover);
        Step(cadres, "cover/end", PairingSteps.EndCoverAsync, Managers, "endCover", "Ends that another cadre acts for this one");
    }

    /// <summary>Steps that several may take at once; the limit is checked on what the others left.</summary>
    private static RouteHandlerBuilder Step(RouteGroupBuilder cadres, string path, Delegate handler, string[] roles, string name, string summary) =>
        cadres.MapPost($"{{cadreId:guid}}/{path}", handler).RequireRoles(roles).Idempotent().WithName(name).WithSummary(summary);

    private static async Task<Ok<CadreView>> ReadAsync(Guid cadreId, HttpContext http, [AsParameters] CaseDesk desk)
    {
        var (cadre, _) = await PairingSteps.OwnAsync(cadreId, desk);
        http.Response.Headers.ETag = ETags.Of(cadre.Version);
        return TypedResults.Ok(CadreView.Of(cadre.State));
    }

    private static async Task<Ok<Page<CadreRow>>> ListAsync(string? region, bool? below, Guid? after, int? limit, [AsParameters] CaseDesk desk)
    {
        var size = PageSize.Require(limit);
        var patterns = RegionPatterns.Of(desk.Caller, region);
        var regions = await desk.Database.RowsAsync(CadreRow.Regions, [patterns], row => row.GetString(0), desk.Cancellation);
        object?[] parameters =
        [
            desk.Today,
            regions.ToArray(),
            regions.Select(code => (int)desk.Rules.Range(PairingSteps.StudentsPerCadre, code, desk.Today).Value.Min).ToArray(),
            regions.Select(code => desk.Rules.Whole(RecommendationsMin, code, desk.Today).Value).ToArray(),
            below ?? false,
            after ?? Guid.Empty,
            size + 1,
        ];
        var rows = await desk.Database.RowsAsync(CadreRow.Select, parameters, CadreRow.Of, desk.Cancellation);
        return TypedResults.Ok(Page<CadreRow>.Of(rows, size, row => row.CadreId.ToString()));
    }

    private static async Task<Ok<List<PairingProgress>>> ProgressAsync(string? region, [AsParameters] CaseDesk desk)
    {
        var regions = OpenEntries.RegionsOf(desk.Caller, region);
        var rows = await desk.Database.RowsAsync(
            PairingProgress.Select,
            [regions.Select(code => $"{code.Prefix}%").ToArray()],
            row => new PairingProgress(row.GetString(0), row.GetInt32(1), row.GetInt32(2), null),
            desk.Cancellation);
        return TypedResults.Ok(rows.ConvertAll(row => row with { Target = row.Programme == GoldenBridge ? TargetOf(regions, desk) : null }));
    }

    /// <summary>The target is the province's, and shown beside the province's figures.</summary>
    private static decimal? TargetOf(IReadOnlyList<RegionCode> regions, CaseDesk desk) => regions.Count == 1 && regions[0].Level == RegionLevel.Province
        ? desk.Rules.TargetOf(EmployedTarget, regions[0].Value, desk.Today.Year)?.Goal.Value
        : null;
}
