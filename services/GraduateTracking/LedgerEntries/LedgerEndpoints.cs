using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Casework;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>What is looked for in the ledger.</summary>
internal sealed record LedgerQuery(
    [property: Description("Region code; the caller's regions when left out")] string? Region,
    [property: Description("registered, or a classification")] string? Status,
    [property: Description("Account of an officer; me for the caller and those the caller stands in for; none for entries without one")] string? Officer,
    [property: Description("Only entries for which help after an internship was asked and nobody was contacted since")] bool? FollowUpDue,
    [property: Description("Cursor: next of the page before")] Guid? After,
    [property: Description("Size of the page, 1 to 500")] int? Limit);

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
        group.MapHardships();
    }

    /// <summary>An entry that is followed up, for a caller who answers for it today.</summary>
    /// <exception cref="ApiException">There is none, it was merged or closed, or another county answers for it.</exception>
    public static async Task<(LedgerEntryAggregate Entry, LedgerEntryState.Open Open)> EntryAsync(this HttpCommand command, Guid personId, Caller caller)
    {
        var entry = await command.LoadAsync<LedgerEntry, LedgerEntryState, LedgerEntryCommand, LedgerEntryEvent>(LedgerEntry.StreamOf(personId));
        return entry.State switch
        {
            LedgerEntryState.Open open when caller.Covers(open.RegionOn(command.Today)) => (entry, open),
            LedgerEntryState.Merged { Entry: var open } when caller.Covers(open.RegionOn(command.Today)) =>
                throw new RuleViolation("ledger_entry.merged", "该台账已并入另一台账，请在保留的台账上办理。"),
            LedgerEntryState.Closed { Entry: var open } when caller.Covers(open.RegionOn(command.Today)) =>
                throw new RuleViolation("ledger_entry.closed", "该台账已关闭，不再办理。"),
            _ => throw NotFound(),
        };
    }

    /// <summary>Nobody learns of an entry outside the own regions that it exists.</summary>
    public static ApiException NotFound() => ApiException.NotFound("ledger_entry.not_found", "没有该台账，或不在您的管辖范围内。");

    private static async Task<Ok<Page<LedgerEntryView>>> ListAsync(
        [AsParameters] LedgerQuery query, Caller caller, OfficerQueries officers, LedgerQueries queries, TimeProvider time, CancellationToken cancellationToken)
    {
        var size = PageSize.Require(query.Limit);
        var filter = new LedgerFilter(
            RegionPatterns.Of(caller, query.Region),
            query.Status,
            await officers.AskedAsync(query.Officer, caller, time.Today(), cancellationToken),
            query.FollowUpDue == true);
        var entries = await queries.ListAsync(filter, time.Today(), query.After ?? Guid.Empty, size + 1, cancellationToken);
        return TypedResults.Ok(Page<LedgerEntryView>.Of(entries, size, e => e.PersonId.ToString()));
    }

    private static async Task<Ok<LedgerEntryDetail>> ReadAsync(
        Guid personId, Caller caller, LedgerQueries queries, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(personId, time.Today(), cancellationToken) is not var (detail, version) || !caller.Covers(detail.Entry.Region))
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

    /// <summary>An entry of the caller's regions, at the version that the change was decided on.</summary>
    public static async Task<(LedgerEntryAggregate Entry, LedgerEntryState.Open Open)> OwnAsync(Guid personId, CaseDesk desk)
    {
        var (entry, open) = await desk.Command.EntryAsync(personId, desk.Caller);
        desk.Command.RequireVersion(entry.Version);
        return (entry, open);
    }
}
