using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.PersonLinks;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.Duplicates;

/// <summary>What officers find of a pair. A merge is one commit over the case and both entries.</summary>
internal static class DuplicateSteps
{
    private const string Reasons = "intake.duplicate_reasons";

    public static async Task<Answer<DuplicateAnswer>> SuspectAsync(
        SuspectDuplicateRequest request, HttpCommand command, IEventStore store, [AsParameters] DuplicateReads reads)
    {
        if (request.FirstPersonId == request.SecondPersonId)
        {
            throw ApiException.BadRequest("duplicate.same_id", "请选择两个不同的台账。");
        }

        var (first, second) = (await reads.EntryAsync(request.FirstPersonId), await reads.EntryAsync(request.SecondPersonId));
        var caseId = DuplicateCase.IdOf(request.FirstPersonId, request.SecondPersonId);
        var found = new DuplicateEvent.LikelyDuplicateFound(
            caseId, first.PersonId, second.PersonId, LikelyDuplicates.CommonRegion(first.Region, second.Region), ["officer"], 0, null, command.Today);
        var pair = await DuplicateAggregate.LoadAsync(store, DuplicateCase.StreamOf(caseId), reads.Cancellation);
        var decision = pair.Decide(new DuplicateCommand.Find(found));
        return await command.CommitAsync(decision.Append, new Answer<DuplicateAnswer>(new(caseId, StatusOf(decision.State)), decision.Version, $"/v1/duplicates/{caseId}"));
    }

    /// <summary>What both ids were granted for the same period is proposed to be corrected, in the commit of the merge.</summary>
    public static Task<Answer<DuplicateAnswer>> ConfirmAsync(
        Guid caseId,
        ConfirmDuplicateRequest request,
        HttpCommand command,
        IEventStore store,
        PolicyBook book,
        DoubledEntitlements doubled,
        [AsParameters] DuplicateReads reads) =>
        command.RetryAsync(async () =>
        {
            var decision = await DecideAsync(caseId, request.Reason, new DuplicateCommand.Confirm(request.SurvivorId, request.Reason, command.Actor, command.Today), command, store, book, reads);
            return await CommitAsync(caseId, decision, await MergeAsync(caseId, decision, command, store, doubled, reads.Cancellation), command);
        });

    public static async Task<Answer<DuplicateAnswer>> DismissAsync(
        Guid caseId, DuplicateReasonRequest request, HttpCommand command, IEventStore store, PolicyBook book, [AsParameters] DuplicateReads reads)
    {
        var decision = await DecideAsync(caseId, request.Reason, new DuplicateCommand.Dismiss(request.Reason, command.Actor, command.Today), command, store, book, reads);
        return await CommitAsync(caseId, decision, [], command);
    }

    public static Task<Answer<DuplicateAnswer>> UndoAsync(
        Guid caseId, DuplicateReasonRequest request, HttpCommand command, IEventStore store, PolicyBook book, [AsParameters] DuplicateReads reads) =>
        command.RetryAsync(async () =>
        {
            var decision = await DecideAsync(caseId, request.Reason, new DuplicateCommand.Undo(request.Reason, command.Actor, command.Today), command, store, book, reads);
            var undone = decision.Append.Events.OfType<DuplicateEvent.DuplicateUndone>().Single();
            var absorbed = await store.LedgerEntryAsync(undone.AbsorbedId, reads.Cancellation);
            var survivor = await store.LedgerEntryAsync(undone.SurvivorId, reads.Cancellation);
            StreamAppend[] entries =
            [
                absorbed.Decide(new LedgerEntryCommand.Unmerge(caseId, command.Today)).Append,
                survivor.Decide(new LedgerEntryCommand.Split(undone.AbsorbedId, caseId, command.Today)).Append,
                .. await PersonLinking.UnmergeAsync(store, undone.AbsorbedId, undone.SurvivorId, command.Today, reads.Cancellation),
            ];
            return await CommitAsync(caseId, decision, entries, command);
        });

    private static async Task<Decision<DuplicateState>> DecideAsync(
        Guid caseId, string reason, DuplicateCommand step, HttpCommand command, IEventStore store, PolicyBook book, DuplicateReads reads)
    {
        var shown = await reads.CompareAsync(caseId);
        command.RequireVersion(shown.Case.Version);
        return book.List(Reasons, RegionCode.Parse(shown.Case.Region), command.Today).Value.Contains(reason)
            ? (await DuplicateAggregate.LoadAsync(store, DuplicateCase.StreamOf(caseId), reads.Cancellation)).Decide(step)
            : throw ApiException.BadRequest("duplicate.reason_unknown", "认定理由不在代码表中。");
    }

    private static async Task<IReadOnlyList<StreamAppend>> MergeAsync(
        Guid caseId, Decision<DuplicateState> decision, HttpCommand command, IEventStore store, DoubledEntitlements doubled, CancellationToken cancellation)
    {
        if (decision.State is not DuplicateState.Same same || decision.Append.Events.Count == 0)
        {
            return [];
        }

        var absorbed = await store.LedgerEntryAsync(same.AbsorbedId, cancellation);
        var merged = absorbed.Decide(new LedgerEntryCommand.MergeInto(same.SurvivorId, caseId, command.Today));
        var internships = MergeRules.InternshipsOf(((LedgerEntryState.Merged)merged.State).Entry);
        var survivor = await store.LedgerEntryAsync(same.SurvivorId, cancellation);
        var known = await LinkedPerson.LoadAsync(store, same.SurvivorId, cancellation);
        return
        [
            merged.Append,
            survivor.Decide(new LedgerEntryCommand.Absorb(same.AbsorbedId, caseId, internships, command.Today)).Append,
            .. await PersonLinking.MergeAsync(store, same.AbsorbedId, same.SurvivorId, command.Today, cancellation),
            .. await doubled.CorrectAsync([.. known.Ids, same.AbsorbedId], command.Actor, command.Today, cancellation),
        ];
    }

    private static Task<Answer<DuplicateAnswer>> CommitAsync(
        Guid caseId, Decision<DuplicateState> decision, IReadOnlyList<StreamAppend> entries, HttpCommand command) =>
        command.CommitAsync([decision.Append, .. entries], new Answer<DuplicateAnswer>(new(caseId, StatusOf(decision.State)), decision.Version));

    private static string StatusOf(DuplicateState state) => state switch
    {
        DuplicateState.Same => "same",
        DuplicateState.Different => "different",
        _ => "open",
    };
}

/// <summary>Answer to a step of a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Status"><c>open</c>, <c>same</c> or <c>different</c>.</param>
internal sealed record DuplicateAnswer(Guid CaseId, string Status);
