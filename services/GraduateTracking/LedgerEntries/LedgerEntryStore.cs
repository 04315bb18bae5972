global using LedgerEntryAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntry,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryState,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand,
    YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent>;
using YouthPlatform.EventStore;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Loads entries.</summary>
internal static class LedgerEntryStore
{
    /// <summary>A person's entry; not opened where there is none.</summary>
    public static Task<LedgerEntryAggregate> LedgerEntryAsync(this IEventStore store, Guid personId, CancellationToken cancellationToken) =>
        LedgerEntryAggregate.LoadAsync(store, LedgerEntry.StreamOf(personId), cancellationToken);

    /// <summary>
    /// Decides what another service tells of an internship. Where the entry was merged into another one, that one learns of it too, so that its
    /// officers know that the person is an intern.
    /// </summary>
    public static async Task<IReadOnlyList<StreamAppend>> DecideInternshipAsync(
        this IEventStore store, Guid personId, Guid placementId, LedgerEntryCommand told, CancellationToken cancellationToken)
    {
        var entry = await store.LedgerEntryAsync(personId, cancellationToken);
        var decision = entry.Decide(told);
        if (decision.State is not LedgerEntryState.Merged merged)
        {
            return [decision.Append];
        }

        var survivor = await store.LedgerEntryAsync(merged.IntoPersonId, cancellationToken);
        if (survivor.State is not LedgerEntryState.Open)
        {
            return [decision.Append];
        }

        var known = MergeRules.Of(placementId, merged.Entry.Internships[placementId]);
        return [decision.Append, survivor.Decide(new LedgerEntryCommand.RecordAbsorbedInternship(personId, known)).Append];
    }
}
