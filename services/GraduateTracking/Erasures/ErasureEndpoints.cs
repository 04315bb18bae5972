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

namespace YouthPlatform.GraduateTracking.Erasures;

/// <summary>Body of a refusal.</summary>
internal sealed record RefuseErasureRequest([property: Description("Code of retention.erasure_refusals")] string Reason);

/// <summary>Body of a death.</summary>
internal sealed record RecordDeathRequest(DateOnly DeceasedOn);

/// <summary>Answer to a step of an erasure; its id is the receipt's.</summary>
internal sealed record ErasureAnswer(Guid ErasureId, string Status);

/// <summary>Answer to a recorded death.</summary>
internal sealed record DeathAnswer(Guid PersonId, string Standing);

/// <summary>Ends of entries: a death, and the erasure that a person asks for. Erasures take two officials and leave a receipt.</summary>
internal static class ErasureEndpoints
{
    private const string Refusals = "retention.erasure_refusals";
    private static readonly string[] Readers = [Roles.Clerk, Roles.Approver, Roles.Auditor];

    public static void MapErasures(this IEndpointRouteBuilder routes)
    {
        var ledger = routes.MapV1("ledger");
        ledger.MapPost("{personId:guid}/death", DieAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion()
            .WithName("recordDeath").WithExample(new RecordDeathRequest(new(2023, 7, 18))).WithSummary("Records that the person has died; ends the entry");
        ledger.MapPost("{personId:guid}/erasure", RequestAsync).RequireRoles(Roles.Clerk).Idempotent().Creates()
            .WithName("requestErasure").WithSummary("Notes that the person asks for the erasure of the personal data");
        var group = routes.MapV1("erasures");
        group.MapGet("", ListAsync).RequireRoles(Readers)
            .WithName("listErasures").WithSummary("Requests and receipts of the caller's regions");
        group.MapGet("{erasureId:guid}", ReadAsync).RequireRoles(Readers)
            .WithName("readErasure").WithSummary("A receipt: which ids nobody can be found under any more, since when, and who decided it");
        group.MapPost("{erasureId:guid}/confirmation", ConfirmAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("confirmErasure").WithSummary("Erases: deletes the data key, the look-up codes and the ciphertexts");
        group.MapPost("{erasureId:guid}/refusal", RefuseAsync).RequireRoles(Roles.Approver).Idempotent().ChangesVersion()
            .WithName("refuseErasure").WithExample(new RefuseErasureRequest("payment_open")).WithSummary("Refuses, with a reason");
    }

    private static async Task<Answer<DeathAnswer>> DieAsync(Guid personId, RecordDeathRequest request, Caller caller, HttpCommand command)
    {
        var (entry, _) = await command.EntryAsync(personId, caller);
        command.RequireVersion(entry.Version);
        var decision = entry.Decide(new LedgerEntryCommand.RecordDeath(request.DeceasedOn, command.Today));
        return await command.CommitAsync(decision.Append, new Answer<DeathAnswer>(new(personId, "deceased"), decision.Version));
    }

    private static async Task<Answer<ErasureAnswer>> RequestAsync(
        Guid personId, Caller caller, HttpCommand command, ErasureDesk desk, IEventStore store, CancellationToken cancellation)
    {
        var entries = await desk.EntriesAsync(personId, cancellation);
        if (entries.Count == 0 || !caller.Covers(ErasureDesk.RegionOf(entries, command.Today)))
        {
            throw LedgerEndpoints.NotFound();
        }

        var erasureId = command.NewId();
        var erasure = await ErasureAggregate.LoadAsync(store, Erasure.StreamOf(erasureId), cancellation);
        var decision = erasure.Decide(
            new ErasureCommand.Request(erasureId, ErasureDesk.IdsOf(entries)[0], ErasureDesk.RegionOf(entries, command.Today), command.Actor, command.Today));
        return await command.CommitAsync(
            decision.Append, new Answer<ErasureAnswer>(new(erasureId, "requested"), decision.Version, $"/v1/erasures/{erasureId}"));
    }

    private static Task<Answer<ErasureAnswer>> ConfirmAsync(
        Guid erasureId, Caller caller, HttpCommand command, ErasureDesk desk, IEventStore store, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var (erasure, request) = await OpenAsync(erasureId, caller, command, store, cancellation);
            var entries = await desk.EntriesAsync(request.PersonId, cancellation);
            var decision = erasure.Decide(new ErasureCommand.Confirm(ErasureDesk.IdsOf(entries), command.Actor, command.Today));
            var (streams, statements) = ErasureDesk.Erase(entries, erasureId, ErasureGround.Request, command.Today);
            return await command.CommitAsync(
                [decision.Append, .. streams], new Answer<ErasureAnswer>(new(erasureId, "carried_out"), decision.Version), statements);
        });

    private static async Task<Answer<ErasureAnswer>> RefuseAsync(
        Guid erasureId, RefuseErasureRequest request, Caller caller, HttpCommand command, IEventStore store, PolicyBook book, CancellationToken cancellation)
    {
        var (erasure, file) = await OpenAsync(erasureId, caller, command, store, cancellation);
        if (!book.List(Refusals, RegionCode.Parse(file.Region), command.Today).Value.Contains(request.Reason))
        {
            throw ApiException.BadRequest("erasure.reason_unknown", "不予删除的理由不在代码表中。");
        }

        var decision = erasure.Decide(new ErasureCommand.Refuse(request.Reason, command.Actor, command.Today));
        return await command.CommitAsync(decision.Append, new Answer<ErasureAnswer>(new(erasureId, "refused"), decision.Version));
    }

    /// <summary>A request of the caller's regions that is not decided.</summary>
    private static async Task<(ErasureAggregate Erasure, ErasureEvent.ErasureRequested Request)> OpenAsync(
        Guid erasureId, Caller caller, HttpCommand command, IEventStore store, CancellationToken cancellation)
    {
        var erasure = await ErasureAggregate.LoadAsync(store, Erasure.StreamOf(erasureId), cancellation);
        if (erasure.State is ErasureState.Requested { Request: var request } && caller.Covers(request.Region))
        {
            command.RequireVersion(erasure.Version);
            return (erasure, request);
        }

        throw ApiException.NotFound("erasure.not_found", "没有待办的删除申请，或不在您的管辖范围内。");
    }

    private static async Task<Ok<Page<ErasureView>>> ListAsync(
        string? region, string? status, Guid? after, int? limit, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var size = PageSize.Require(limit);
        var rows = await database.RowsAsync(
            $"{ErasureView.Select} WHERE region LIKE ANY ($1) AND ($2::text IS NULL OR status = $2) AND erasure_id > $3 ORDER BY erasure_id LIMIT $4",
            [RegionPatterns.Of(caller, region), status, after ?? Guid.Empty, size + 1],
            ErasureView.Of,
            cancellation);
        return TypedResults.Ok(Page<ErasureView>.Of(rows, size, row => row.ErasureId.ToString()));
    }

    private static async Task<Ok<ErasureView>> ReadAsync(
        Guid erasureId, Caller caller, NpgsqlDataSource database, HttpResponse response, CancellationToken cancellation)
    {
        var rows = await database.RowsAsync($"{ErasureView.Select} WHERE erasure_id = $1", [erasureId], ErasureView.Of, cancellation);
        if (rows.SingleOrDefault() is not { } found || !caller.Covers(found.Region))
        {
            throw ApiException.NotFound("erasure.not_found", "没有该删除申请，或不在您的管辖范围内。");
        }

        response.Headers.ETag = ETags.Of(found.Version);
        return TypedResults.Ok(found);
    }
}
