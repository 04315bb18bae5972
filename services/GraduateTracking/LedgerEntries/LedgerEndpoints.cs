using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Body of <c>POST /v1/ledger/{personId}/contacts</c>.</summary>
/// <param name="Channel">How the person was approached.</param>
/// <param name="Outcome">Whether the person was reached.</param>
/// <param name="Classification">Code of the pack's list; exactly when reached.</param>
/// <param name="ContactedOn">China date; today when left out.</param>
internal sealed record RecordContactRequest(
    ContactChannel Channel, ContactOutcome Outcome, string? Classification = null, DateOnly? ContactedOn = null);

/// <summary>Answer to a recorded contact.</summary>
internal sealed record ContactRecordedAnswer(Guid ContactId, Guid PersonId, string Status);

/// <summary>The real-name ledger.</summary>
internal static class LedgerEndpoints
{
    private const string Classifications = "tracking.classifications";

    public static void MapLedger(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapV1("ledger");
        group.MapGet("/", ListAsync).WithName("listLedger").WithSummary("Entries of the caller's regions, people masked")
            .RequireRoles(Roles.Clerk, Roles.Reviewer, Roles.Auditor);
        group.MapGet("/{personId:guid}", ReadAsync).WithName("readLedgerEntry").WithSummary("An entry with its history, the person masked")
            .RequireRoles(Roles.Clerk, Roles.Reviewer, Roles.Auditor);
        group.MapPost("/{personId:guid}/contacts", RecordContactAsync).WithName("recordContact")
            .WithSummary("Records an attempt to reach the person, and what the person was found to be")
            .RequireRoles(Roles.Clerk).Idempotent().ChangesVersion().Creates();
    }

    /// <summary>Nobody learns of an entry outside the own regions that it exists.</summary>
    public static ApiException NotFound() => ApiException.NotFound("ledger_entry.not_found", "没有该台账，或不在您的管辖范围内。");

    private static async Task<Ok<Page<LedgerEntryView>>> ListAsync(
        string? region, string? status, Guid? after, int? limit, Caller caller, LedgerQueries queries, CancellationToken cancellationToken)
    {
        if (region is not null)
        {
            caller.RequireRegion(region);
        }

        var size = PageSize.Require(limit);
        var regions = region is null ? caller.Regions : [RegionCode.Parse(region)];
        var entries = await queries.ListAsync(regions, status, after ?? Guid.Empty, size + 1, cancellationToken);
        return TypedResults.Ok(Page<LedgerEntryView>.Of(entries, size, e => e.PersonId.ToString()));
    }

    private static async Task<Ok<LedgerEntryDetail>> ReadAsync(
        Guid personId, Caller caller, LedgerQueries queries, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(personId, cancellationToken) is not var (detail, version) || !caller.Covers(detail.Entry.Region))
        {
            throw NotFound();
        }

        response.Headers.ETag = ETags.Of(version);
        return TypedResults.Ok(detail);
    }

    private static async Task<Answer<ContactRecordedAnswer>> RecordContactAsync(
        Guid personId, RecordContactRequest request, Caller caller, HttpCommand command, PolicyBook book)
    {
        var entry = await command.LoadAsync<LedgerEntry, LedgerEntryState, LedgerEntryCommand, LedgerEntryEvent>(LedgerEntry.StreamOf(personId));
        if (entry.State is not LedgerEntryState.Open open || !caller.Covers(open.Region))
        {
            throw NotFound();
        }

        command.RequireVersion(entry.Version);
        var contact = CommandOf(request, open, command, book);
        var decision = entry.Decide(contact);
        var status = decision.State is LedgerEntryState.Open { Classification: { } found } ? found : LedgerProjection.NotReached;
        return await command.CommitAsync(
            decision.Append,
            new Answer<ContactRecordedAnswer>(new(contact.ContactId, personId, status), decision.Version, $"/v1/ledger/{personId}"));
    }

    private static LedgerEntryCommand.RecordContact CommandOf(
        RecordContactRequest request, LedgerEntryState.Open open, HttpCommand command, PolicyBook book)
    {
        var on = request.ContactedOn ?? command.Today;
        if (request.Classification is { } code && !book.List(Classifications, RegionCode.Parse(open.Region), on).Value.Contains(code))
        {
            throw ApiException.BadRequest("ledger_entry.classification_unknown", "就业状况分类不在当地政策的代码表中。");
        }

        return new(command.NewId(), request.Channel, request.Outcome, request.Classification, on, command.Today);
    }
}
