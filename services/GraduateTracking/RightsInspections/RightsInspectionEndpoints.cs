using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.RightsInspections;

/// <summary>Announces the inspection of a region and month.</summary>
internal sealed record AnnounceInspectionRequest(
    string Region,
    [property: Description("Month yyyy-MM")] string Period,
    [property: Description("Directory of objects (检查对象名录库)")] IReadOnlyList<InspectionObject> Objects,
    [property: Description("Directory of inspectors (检查人员名录库), by account")] IReadOnlyList<string> Inspectors);

/// <summary>What an inspector found at an object.</summary>
internal sealed record InspectionResultRequest(CreditCode CreditCode, bool IsClean, string? Findings = null, Guid? CaseId = null);

/// <summary>An inspection as it stands.</summary>
internal sealed record RightsInspectionView(
    Guid InspectionId, string Region, string Period, [property: Description("announced, drawn or published")] string Status, int Objects, int Inspectors)
{
    [Description("The digest of the announcement as the log holds it: whoever ranks the directories by SHA-256 with it draws the same sample")]
    public string? Seed { get; init; }

    public IReadOnlyList<DrawnObject> Sample { get; init; } = [];

    public IEnumerable<InspectionResult> Results { get; init; } = [];

    public required IReadOnlyList<RuleVersion> Rules { get; init; }

    public static RightsInspectionView Of(RightsInspectionState state) => state switch
    {
        RightsInspectionState.Drawn s => Of(s.File, "drawn") with { Seed = s.Seed, Sample = s.Sample, Results = s.Results },
        RightsInspectionState.Published s => Of(s.File, "published") with { Seed = s.Seed, Sample = s.Sample, Results = s.Results },
        _ => Of(state.FileOrThrow, "announced"),
    };

    private static RightsInspectionView Of(RightsInspectionFile file, string status) =>
        new(file.InspectionId, file.Region.Value, file.Period.ToString(), status, file.Objects.Count, file.Inspectors.Count) { Rules = file.Rules };
}

/// <summary>What a handler of inspections works with; bound with <c>[AsParameters]</c>.</summary>
internal sealed record InspectionDesk(
    HttpCommand Command, Caller Caller, IEventStore Store, PolicyData Policy, CancellationToken Cancellation)
{
    /// <exception cref="ApiException">404: there is none, or it is another region's and not published.</exception>
    public async Task<RightsInspectionAggregate> FindAsync(Guid inspectionId)
    {
        RightsInspectionAggregate found = await RightsInspectionAggregate.LoadAsync(Store, RightsInspection.Stream(inspectionId), Cancellation);
        return found.Version > 0 && (found.State is RightsInspectionState.Published || Caller.Covers(found.State.FileOrThrow.Region))
            ? found
            : throw ApiException.NotFound("rights_inspection.not_found", "没有该抽查，或不在您的管辖范围内。");
    }

    public async Task<Answer<RightsInspectionView>> DecideAsync(Guid inspectionId, Func<RightsInspectionAggregate, Task<RightsInspectionCommand>> step)
    {
        var found = await FindAsync(inspectionId);
        Caller.RequireRegion(found.State.FileOrThrow.Region);
        Command.RequireVersion(found.Version);
        return await CommitAsync(found.Decide(await step(found)));
    }

    public Task<Answer<RightsInspectionView>> CommitAsync(Decision<RightsInspectionState> decision, string? location = null) =>
        Command.CommitAsync(decision.Append, new Answer<RightsInspectionView>(RightsInspectionView.Of(decision.State), decision.Version, location));
}

internal static class RightsInspectionEndpoints
{
    private static readonly object Announced = new AnnounceInspectionRequest(
        "430100", "2023-09", [new(CreditCode.Create(RegionCode.Parse("430102"), 1), true)], ["inspector-1", "inspector-2"]);

    public static void MapRightsInspections(this IEndpointRouteBuilder routes)
    {
        var inspections = routes.MapV1("rights-inspections");
        inspections.MapGet("{inspectionId:guid}", GetAsync).WithName("GetRightsInspection")
            .WithSummary("An inspection with its sample and results: of the own regions, and for everybody once it is published");
        inspections.MapPost("", AnnounceAsync).RequireRoles(Roles.Reviewer).Idempotent().Creates().WithName("AnnounceRightsInspection")
            .WithSummary("Announce a random inspection: fixes the directories of objects and inspectors (H32 §二(十)23)").WithExample(Announced);
        inspections.MapPost("{inspectionId:guid}/sample", DrawAsync).RequireRoles(Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("DrawRightsInspection").WithSummary("Draw objects and, for each, inspectors");
        inspections.MapPost("{inspectionId:guid}/results", RecordAsync).RequireRoles(Roles.Clerk, Roles.Reviewer).Idempotent().ChangesVersion()
            .WithName("RecordRightsInspectionResult").WithSummary("Record what was found at an object; by an inspector who was drawn for it")
            .WithExample(new InspectionResultRequest(CreditCode.Create(RegionCode.Parse("430102"), 1), false, "未依法签订劳动合同"));
        inspections.MapPost("{inspectionId:guid}/publication", PublishAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("PublishRightsInspection").WithSummary("Publish the results, once all are recorded");
    }

    private static async Task<Ok<RightsInspectionView>> GetAsync(Guid inspectionId, HttpContext http, [AsParameters] InspectionDesk desk)
    {
        var found = await desk.FindAsync(inspectionId);
        http.Response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(RightsInspectionView.Of(found.State));
    }

    private static async Task<Answer<RightsInspectionView>> AnnounceAsync(AnnounceInspectionRequest request, [AsParameters] InspectionDesk desk)
    {
        var region = RegionPatterns.Require(request.Region, desk.Caller);
        var period = YearMonth.TryParse(request.Period, out var month) ? month : throw ApiException.BadRequest("request.month_invalid", "period 应为 2023-09 这样的月份。");
        RightsInspectionAggregate inspection = await RightsInspectionAggregate.LoadAsync(
            desk.Store, RightsInspection.Stream(RightsInspection.IdOf(region, period)), desk.Cancellation);
        var decision = inspection.Decide(new AnnounceInspection(FileOf(request, region, period, desk)));
        return await desk.CommitAsync(decision, $"/v1/rights-inspections/{decision.State.FileOrThrow.InspectionId}");
    }

    private static Task<Answer<RightsInspectionView>> DrawAsync(Guid inspectionId, [AsParameters] InspectionDesk desk) => desk.DecideAsync(inspectionId, async found =>
    {
        var announced = (await desk.Store.LoadAsync(found.Stream, cancellationToken: desk.Cancellation)).Events[0];
        return new DrawInspection(EventDigest.Of(announced), announced.Position, desk.Command.Actor, desk.Command.Today);
    });

    private static Task<Answer<RightsInspectionView>> RecordAsync(Guid inspectionId, InspectionResultRequest request, [AsParameters] InspectionDesk desk) =>
        desk.DecideAsync(inspectionId, _ => Task.FromResult<RightsInspectionCommand>(new RecordInspectionResult(
            new(request.CreditCode, request.IsClean, request.Findings, request.CaseId, desk.Command.Actor, desk.Command.Today))));

    private static Task<Answer<RightsInspectionView>> PublishAsync(Guid inspectionId, [AsParameters] InspectionDesk desk) =>
        desk.DecideAsync(inspectionId, _ => Task.FromResult<RightsInspectionCommand>(new PublishInspection(desk.Command.Actor, desk.Command.Today)));

    private static RightsInspectionFile FileOf(AnnounceInspectionRequest request, RegionCode region, YearMonth period, InspectionDesk desk)
    {
        var book = desk.Policy.Book;
        var share = book.Number("rights.inspection_share", region, desk.Command.Today);
        var focus = book.Number("rights.inspection_focus_share", region, desk.Command.Today);
        var count = book.Range("rights.inspection_objects", region, desk.Command.Today);
        var each = book.WholeNumber("rights.inspectors_each", region, desk.Command.Today);
        return new(
            RightsInspection.IdOf(region, period),
            region,
            period,
            request.Objects,
            request.Inspectors,
            share.Value,
            focus.Value,
            count.Value,
            each.Value,
            [share.Version, focus.Version, count.Version, each.Version],
            desk.Command.Actor,
            desk.Command.Today);
    }
}
