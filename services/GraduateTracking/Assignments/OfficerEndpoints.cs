using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Assignments;

/// <summary>Body of <c>POST /v1/ledger/officer-assignments</c>.</summary>
internal sealed record AssignOfficerRequest(
    [property: Description("Account of the officer; null takes the entries from their officers")] string? Officer,
    [property: Description("1 to 200 entries of the caller's regions")] IReadOnlyList<Guid> PersonIds);

/// <summary>Answer: how many entries changed hands.</summary>
internal sealed record OfficerAssignedAnswer(string? Officer, int Changed);

/// <summary>Body of <c>POST /v1/officer-covers</c>.</summary>
internal sealed record ArrangeCoverRequest(string Region, string Officer, string Substitute, DateOnly From, DateOnly Until);

/// <summary>Answer to a step of a cover.</summary>
internal sealed record CoverAnswer(Guid CoverId, string Status);

/// <summary>An officer's work.</summary>
internal sealed record OfficerLoad(
    [property: Description("Null for entries that nobody has")] string? Officer, long Entries, long NotReached, long FollowUpsDue);

/// <summary>A temporary cover.</summary>
internal sealed record CoverView(Guid CoverId, string Region, string Officer, string Substitute, DateOnly From, DateOnly Until);

/// <summary>Work queues: which officer has which entries, and who stands in. <c>GET /v1/ledger?officer=me</c> is an officer's own queue.</summary>
internal static class OfficerEndpoints
{
    private const int MostEntries = 200;
    private static readonly string[] Officers = [Roles.Clerk, Roles.Reviewer];

    public static void MapOfficers(this IEndpointRouteBuilder routes)
    {
        var ledger = routes.MapV1("ledger");
        ledger.MapPost("officer-assignments", AssignAsync).RequireRoles(Officers).Idempotent()
            .WithName("assignOfficer").WithExample(new AssignOfficerRequest("clerk-7", [Guid.Parse("0189d3f0-0000-7000-8000-000000000001")]))
            .WithSummary("Gives entries to an officer, or takes them from their officers");
        ledger.MapGet("officers", ListAsync).RequireRoles([.. Officers, Roles.Auditor])
            .WithName("listOfficers").WithSummary("How much work each officer of a region has");
        var covers = routes.MapV1("officer-covers");
        covers.MapPost("", ArrangeAsync).RequireRoles(Officers).Idempotent().Creates()
            .WithName("arrangeOfficerCover").WithExample(new ArrangeCoverRequest("430104", "clerk-7", "clerk-9", new(2023, 8, 1), new(2023, 8, 15)))
            .WithSummary("An officer stands in for another one: the queue of me shows both officers' entries");
        covers.MapGet("", ListCoversAsync).RequireRoles([.. Officers, Roles.Auditor])
            .WithName("listOfficerCovers").WithSummary("Covers of the caller's regions that are not over");
        covers.MapPost("{coverId:guid}/end", EndAsync).RequireRoles(Officers).Idempotent()
            .WithName("endOfficerCover").WithSummary("The officer is back before the last day");
    }

    private static Task<Answer<OfficerAssignedAnswer>> AssignAsync(AssignOfficerRequest request, Caller caller, HttpCommand command)
    {
        if (request.PersonIds.Count is 0 or > MostEntries || string.IsNullOrWhiteSpace(request.Officer ?? "-"))
        {
            throw ApiException.BadRequest("officer.entries", $"请选择 1 至 {MostEntries} 个台账和一名经办人。");
        }

        return command.RetryAsync(async () =>
        {
            List<StreamAppend> appends = [];
            foreach (var personId in request.PersonIds.Distinct())
            {
                var (entry, _) = await command.EntryAsync(personId, caller);
                appends.Add(entry.Decide(new LedgerEntryCommand.AssignOfficer(request.Officer, command.Today)).Append);
            }

            StreamAppend[] changed = [.. appends.Where(append => append.Events.Count > 0)];
            return await command.CommitAsync(changed, new Answer<OfficerAssignedAnswer>(new(request.Officer, changed.Length), 1));
        });
    }

    private static async Task<Ok<IReadOnlyList<OfficerLoad>>> ListAsync(
        string? region, Caller caller, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var loads = await database.RowsAsync(
            $"""
            SELECT o.officer, count(*), count(*) FILTER (WHERE e.status = '{LedgerProjection.NotReached}'),
                count(*) FILTER (WHERE EXISTS (SELECT 1 FROM ledger_follow_ups f WHERE f.person_id = e.person_id
                    AND (e.last_contact_on IS NULL OR e.last_contact_on < f.requested_on)))
            FROM ledger_entries e LEFT JOIN ledger_officers o ON o.person_id = e.person_id AND o.region = {LedgerScope.Region}
            WHERE {LedgerScope.Within} AND e.standing = '{LedgerProjection.Standing}'
            GROUP BY o.officer ORDER BY o.officer NULLS FIRST
            """,
            [RegionPatterns.Of(caller, region), time.Today()],
            row => new OfficerLoad(row.TextOrNull(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
            cancellation);
        return TypedResults.Ok<IReadOnlyList<OfficerLoad>>(loads);
    }

    private static async Task<Answer<CoverAnswer>> ArrangeAsync(ArrangeCoverRequest request, Caller caller, HttpCommand command, IEventStore store, CancellationToken cancellation)
    {
        var region = RegionPatterns.Require(request.Region, caller);
        var cover = new CoverEvent.CoverArranged(command.NewId(), region.Value, request.Officer, request.Substitute, request.From, request.Until);
        var aggregate = await CoverAggregate.LoadAsync(store, OfficerCover.StreamOf(cover.CoverId), cancellation);
        var decision = aggregate.Decide(new CoverCommand.Arrange(cover, command.Today));
        return await command.CommitAsync(
            decision.Append, new Answer<CoverAnswer>(new(cover.CoverId, "arranged"), decision.Version, $"/v1/officer-covers/{cover.CoverId}"));
    }

    private static async Task<Answer<CoverAnswer>> EndAsync(
        Guid coverId, Caller caller, HttpCommand command, IEventStore store, CancellationToken cancellation)
    {
        var aggregate = await CoverAggregate.LoadAsync(store, OfficerCover.StreamOf(coverId), cancellation);
        var region = aggregate.State switch
        {
            CoverState.Arranged known => known.Cover.Region,
            CoverState.Ended known => known.Cover.Region,
            _ => null,
        };
        if (region is null || !caller.Covers(region))
        {
            throw ApiException.NotFound("cover.not_found", "没有该代班，或不在您的管辖范围内。");
        }

        var decision = aggregate.Decide(new CoverCommand.End(command.Today));
        return await command.CommitAsync(decision.Append, new Answer<CoverAnswer>(new(coverId, "ended"), decision.Version));
    }

    private static async Task<Ok<IReadOnlyList<CoverView>>> ListCoversAsync(
        string? region, Caller caller, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellation)
    {
        var covers = await database.RowsAsync(
            """
            SELECT cover_id, region, officer, substitute, from_day, until FROM officer_covers
            WHERE region LIKE ANY ($1) AND until >= $2 AND until >= from_day ORDER BY from_day, cover_id
            """,
            [RegionPatterns.Of(caller, region), time.Today()],
            row => new CoverView(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Date(4), row.Date(5)),
            cancellation);
        return TypedResults.Ok<IReadOnlyList<CoverView>>(covers);
    }
}
