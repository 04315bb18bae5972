using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>The real-name ledger.</summary>
internal static class LedgerEndpoints
{
    private const string OwnWord = "own_word";

    public static void MapLedger(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapV1("ledger");
        group.MapGet("/", ListAsync).WithName("listLedger").WithSummary("Entries of the caller's regions, people masked")
            .RequireRoles(Roles.Clerk, Roles.Reviewer, Roles.Auditor);
        group.MapGet("/{personId:guid}", ReadAsync).WithName("readLedgerEntry").WithSummary("An entry with its history, the person masked")
            .RequireRoles(Roles.Clerk, Roles.Reviewer, Roles.Auditor);
        group.MapPost("/{personId:guid}/contacts", RecordContactAsync).WithName("recordContact")
            .WithSummary("Records an attempt to reach the person, and what the person was found to be")
            .RequireRoles(Roles.Clerk).Idempotent().ChangesVersion().Creates().WithExample(LedgerRequestExamples.Contact);
        group.MapPost("/{personId:guid}/classification", ClassifyAsync).WithName("classifyPerson")
            .WithSummary("Classifies the person on evidence, without a contact")
            .RequireRoles(Roles.Clerk).Idempotent().ChangesVersion().WithExample(LedgerRequestExamples.Classification);
        group.MapDueContacts();
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
        Guid personId, RecordContactRequest request, [AsParameters] CaseDesk desk)
    {
        var (entry, open) = await OwnAsync(personId, desk);
        var on = request.ContactedOn ?? desk.Today;
        var found = request.Classification is { } code
            ? desk.Rules.Read(new(code, request.EffectiveOn ?? on, request.Evidence ?? OwnWord, request.Reference), open.RegionOn(desk.Today), desk.Today)
            : null;
        var contact = new LedgerEntryCommand.RecordContact(desk.Command.NewId(), request.Channel, request.Outcome, found, on, desk.Today);
        var decision = entry.Decide(contact);
        var status = decision.State is LedgerEntryState.Open { Newest: { } newest } ? newest.Code : LedgerProjection.NotReached;
        return await desk.Command.CommitAsync(
            decision.Append,
            new Answer<ContactRecordedAnswer>(new(contact.ContactId, personId, status), decision.Version, $"/v1/ledger/{personId}"));
    }

    private static async Task<Answer<ClassifiedAnswer>> ClassifyAsync(Guid personId, ClassifyRequest request, [AsParameters] CaseDesk desk)
    {
        var (entry, open) = await OwnAsync(personId, desk);
        var decision = entry.Decide(desk.Rules.Read(request, open.RegionOn(desk.Today), desk.Today));
        var answer = new ClassifiedAnswer(personId, request.Classification, request.EffectiveOn, request.Evidence);
        return await desk.Command.CommitAsync(decision.Append, new Answer<ClassifiedAnswer>(answer, decision.Version));
    }

    private static async Task<(LedgerEntryAggregate Entry, LedgerEntryState.Open Open)> OwnAsync(Guid personId, CaseDesk desk)
    {
        var entry = await desk.Store.LedgerEntryAsync(personId, desk.Cancellation);
        if (entry.State is not LedgerEntryState.Open open || !desk.Caller.Covers(open.RegionOn(desk.Today)))
        {
            throw NotFound();
        }

        desk.Command.RequireVersion(entry.Version);
        return (entry, open);
    }
}
