using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.Assignments;

/// <summary>Body of <c>POST /v1/ledger/{personId}/transfers</c>.</summary>
internal sealed record ProposeTransferRequest(
    [property: Description("County that is to take the entry over")] string To,
    [property: Description("What the person has to do with it: household, residence or job_search")] AssignmentPlace Place,
    [property: Description("Last day of a temporary transfer; left out for one that is meant to last")] DateOnly? Until = null);

/// <summary>Body of a refusal.</summary>
internal sealed record RefuseTransferRequest([property: Description("Code of tracking.transfer_refusals")] string Reason);

/// <summary>Answer to a step of a transfer.</summary>
internal sealed record TransferAnswer(Guid TransferId, Guid PersonId, string Status);

/// <summary>Entries go to the county where their people live or look for work (H32 §二(六)17), once that county accepts.</summary>
internal static class TransferEndpoints
{
    private const string Refusals = "tracking.transfer_refusals";

    public static void MapTransfers(this IEndpointRouteBuilder routes)
    {
        var entry = routes.MapV1("ledger");
        entry.MapPost("{personId:guid}/transfers", ProposeAsync).RequireRoles(Roles.Clerk).Idempotent().ChangesVersion().Creates()
            .WithName("proposeTransfer").WithExample(new ProposeTransferRequest("430405", AssignmentPlace.JobSearch, new(2023, 12, 31)))
            .WithSummary("Asks another county to take the entry over; takes effect at once where the caller answers for both");
        entry.MapPost("{personId:guid}/transfers/{transferId:guid}/acceptance", AcceptAsync).RequireRoles(Roles.Clerk).Idempotent()
            .WithName("acceptTransfer").WithSummary("The other county takes the entry over");
        entry.MapPost("{personId:guid}/transfers/{transferId:guid}/refusal", RefuseAsync).RequireRoles(Roles.Clerk).Idempotent()
            .WithName("refuseTransfer").WithExample(new RefuseTransferRequest("not_here")).WithSummary("The other county does not take it over");
        entry.MapPost("{personId:guid}/transfers/{transferId:guid}/withdrawal", WithdrawAsync).RequireRoles(Roles.Clerk).Idempotent()
            .WithName("withdrawTransfer").WithSummary("The county that had asked withdraws its request");
        routes.MapV1("transfers").MapGet("", ListAsync).RequireRoles(Roles.Clerk, Roles.Reviewer, Roles.Auditor)
            .WithName("listTransfers").WithSummary("Transfers to the caller's regions, or from them; people masked");
    }

    private static async Task<Answer<TransferAnswer>> ProposeAsync(
        Guid personId, ProposeTransferRequest request, Caller caller, HttpCommand command, PolicyData policy)
    {
        if (!policy.Regions.TryGet(request.To, out var to) || to.Level != RegionLevel.County)
        {
            throw ApiException.BadRequest("region.unknown", "接收地应为已登记的县级行政区划。");
        }

        var (entry, _) = await command.EntryAsync(personId, caller);
        command.RequireVersion(entry.Version);
        var transferId = command.NewId();
        List<LedgerEntryCommand> steps = [new LedgerEntryCommand.ProposeTransfer(transferId, request.To, request.Place, request.Until, command.Today)];
        if (caller.Covers(request.To))
        {
            steps.Add(new LedgerEntryCommand.AcceptTransfer(transferId, command.Today));
        }

        var status = steps.Count == 1 ? "pending" : "accepted";
        var decision = entry.DecideAll(steps);
        return await command.CommitAsync(
            decision.Append, new Answer<TransferAnswer>(new(transferId, personId, status), decision.Version, $"/v1/ledger/{personId}"));
    }

    private static Task<Answer<TransferAnswer>> AcceptAsync(Guid personId, Guid transferId, Caller caller, HttpCommand command) =>
        AnswerAsync(personId, transferId, "accepted", pending => pending.To, new LedgerEntryCommand.AcceptTransfer(transferId, command.Today), caller, command);

    private static Task<Answer<TransferAnswer>> RefuseAsync(
        Guid personId, Guid transferId, RefuseTransferRequest request, Caller caller, HttpCommand command, PolicyBook book) =>
        book.List(Refusals, RegionCode.China, command.Today).Value.Contains(request.Reason)
            ? AnswerAsync(
                personId, transferId, "refused", pending => pending.To, new LedgerEntryCommand.RefuseTransfer(transferId, request.Reason, command.Today), caller, command)
            : throw ApiException.BadRequest("transfer.reason_unknown", "不接收的理由不在代码表中。");

    private static Task<Answer<TransferAnswer>> WithdrawAsync(Guid personId, Guid transferId, Caller caller, HttpCommand command) =>
        AnswerAsync(
            personId, transferId, "withdrawn", pending => pending.From, new LedgerEntryCommand.WithdrawTransfer(transferId, command.Today), caller, command);

    /// <summary>Answers a pending transfer for the county that the step belongs to. That county need not see the entry, so there is no If-Match.</summary>
    private static Task<Answer<TransferAnswer>> AnswerAsync(
        Guid personId,
        Guid transferId,
        string status,
        Func<LedgerEntryEvent.TransferProposed, string> county,
        LedgerEntryCommand step,
        Caller caller,
        HttpCommand command) =>
        command.RetryAsync(async () =>
        {
            var entry = await command.LoadAsync<LedgerEntry, LedgerEntryState, LedgerEntryCommand, LedgerEntryEvent>(LedgerEntry.StreamOf(personId));
            if (entry.State is not LedgerEntryState.Open { Pending: { } pending } || pending.TransferId != transferId || !caller.Covers(county(pending)))
            {
                throw ApiException.NotFound("transfer.not_found", "没有该待答复的转移，或不在您的管辖范围内。");
            }

            var decision = entry.Decide(step);
            return await command.CommitAsync(decision.Append, new Answer<TransferAnswer>(new(transferId, personId, status), decision.Version));
        });

    private static async Task<Ok<Page<TransferView>>> ListAsync(
        [AsParameters] TransferQuery query, Caller caller, NpgsqlDataSource database, PersonVault vault, CancellationToken cancellation)
    {
        var size = PageSize.Require(query.Limit);
        var column = query.Outgoing == true ? "from_region" : "to_region";
        var rows = await database.RowsAsync(
            $"""
            SELECT transfer_id, person_id, from_region, to_region, place, until, status, reason, proposed_on, answered_on FROM ledger_transfers
            WHERE {column} LIKE ANY ($1) AND status = $2 AND transfer_id > $3 ORDER BY transfer_id LIMIT $4
            """,
            [RegionPatterns.Of(caller, query.Region), query.Status ?? "pending", query.After ?? Guid.Empty, size + 1],
            TransferView.Of,
            cancellation);
        var shown = rows.Where(row => row.IsShownTo(caller)).Select(row => row.PersonId).ToArray();
        var masked = await vault.ReadMaskedAsync(shown, cancellation);
        return TypedResults.Ok(Page<TransferView>.Of([.. rows.Select(row => row with { Person = row.IsShownTo(caller) ? masked(row.PersonId) : null })], size, row => row.TransferId.ToString()));
    }
}
