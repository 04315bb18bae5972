using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Inspections;

/// <summary>Announcing a draw, drawing the sample and reading it.</summary>
internal static class DrawSteps
{
    private const string Population =
        """
        SELECT payee, payee_code, region, array_agg(DISTINCT file_id ORDER BY file_id) FROM entitlements
        WHERE scheme = $1 AND kind = $2 AND region LIKE $3 AND period BETWEEN $4 AND $5 AND owed > 0
        GROUP BY payee, payee_code, region ORDER BY payee
        """;

    public static Task<Answer<DrawView>> AnnounceAsync(
        AnnounceDrawRequest request, HttpCommand command, Caller caller, NpgsqlDataSource database, SubsidyRules rules, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var region = RegionPatterns.Require(request.Region, caller);
            var drawId = InspectionDraw.IdOf(region, request.From, request.To);
            var draw = await command.LoadAsync<InspectionDraw, DrawState, DrawCommand, DrawEvent>(InspectionDraw.Stream(drawId));
            var decision = draw.Decide(new AnnounceDraw(await FileAsync(drawId, region, request, command, database, rules, cancellation)));
            return await command.CommitAsync(
                decision.Append, new Answer<DrawView>(DrawView.Of(decision.State), decision.Version, $"/v1/inspection-draws/{drawId}"));
        });

    /// <summary>The sample and the inspections of its files commit together.</summary>
    public static Task<Answer<DrawView>> DrawAsync(
        Guid drawId, HttpCommand command, Caller caller, IEventStore store, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var draw = await store.DrawAsync(drawId, cancellation);
            caller.RequireRegion(DrawView.FileOf(draw.State).Region);
            command.RequireVersion(draw.Version);
            var announced = (await store.LoadAsync(draw.Stream, cancellation)).Events[0];
            var decision = draw.Decide(new DrawSample(EventDigest.Of(announced), announced.Position, command.Actor, command.Today));
            return await command.CommitAsync(
                [decision.Append, .. Opened(decision, command.Today)], new Answer<DrawView>(DrawView.Of(decision.State), decision.Version));
        });

    public static async Task<Ok<DrawView>> GetAsync(Guid drawId, HttpContext http, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        var draw = await store.DrawAsync(drawId, cancellation);
        caller.RequireRegion(DrawView.FileOf(draw.State).Region);
        http.Response.Headers.ETag = ETags.Of(draw.Version);
        return TypedResults.Ok(DrawView.Of(draw.State));
    }

    private static async Task<DrawFile> FileAsync(
        Guid drawId,
        RegionCode region,
        AnnounceDrawRequest request,
        HttpCommand command,
        NpgsqlDataSource database,
        SubsidyRules rules,
        CancellationToken cancellation)
    {
        var sample = rules.Sample(region, command.Today);
        var population = await database.RowsAsync(
            Population,
            [ClaimGrants.Scheme, SubsidyKinds.Monthly, $"{region.Prefix}%", request.From.ToString(), request.To.ToString()],
            row => new UnitFiles(row.GetGuid(0), row.GetString(1), RegionCode.Parse(row.GetString(2)), row.GetFieldValue<Guid[]>(3)),
            cancellation);
        return new(
            drawId,
            region,
            request.From,
            request.To,
            population,
            sample.Share.Value,
            sample.Files.Value,
            [sample.Share.Version, sample.Files.Version],
            command.Actor,
            command.Today);
    }

    private static IEnumerable<StreamAppend> Opened(Decision<DrawState> decision, DateOnly today)
    {
        var file = DrawView.FileOf(decision.State);
        var units = file.Population.ToDictionary(unit => unit.UnitId);
        return decision.Append.Events.OfType<InspectionSampleDrawn>().SelectMany(drawn => drawn.Sample).Select(sampled =>
        {
            var unit = units[sampled.UnitId];
            var id = InspectionDraw.InspectionIdOf(file.DrawId, sampled.PlacementId);
            var inspection = new InspectionFile(id, file.DrawId, unit.Region, unit.UnitId, unit.UnitCode, sampled.PlacementId);
            return new InspectionAggregate(Inspection.Stream(id), 0, Inspection.Initial).Decide(new OpenInspection(inspection, today)).Append;
        });
    }
}
