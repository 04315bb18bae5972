using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Vault;

namespace YouthPlatform.GraduateTracking.Erasures;

/// <summary>Erases people: one commit over the receipt, the entries and the vault.</summary>
internal sealed class ErasureDesk(IEventStore store)
{
    /// <summary>The entries of a person: the surviving one and those that were merged into it. Empty where there is none that could be erased.</summary>
    public async Task<IReadOnlyList<LedgerEntryAggregate>> EntriesAsync(Guid personId, CancellationToken cancellationToken)
    {
        var entry = await store.LedgerEntryAsync(personId, cancellationToken);
        if (entry.State is LedgerEntryState.Merged merged)
        {
            entry = await store.LedgerEntryAsync(merged.IntoPersonId, cancellationToken);
        }

        IEnumerable<Guid>? absorbed = entry.State switch
        {
            LedgerEntryState.Open open => open.Absorbed,
            LedgerEntryState.Closed { IsErased: false } closed => closed.Entry.Absorbed,
            _ => null,
        };
        if (absorbed is null)
        {
            return [];
        }

        List<LedgerEntryAggregate> entries = [entry];
        foreach (var other in absorbed.Order())
        {
            entries.Add(await store.LedgerEntryAsync(other, cancellationToken));
        }

        return entries;
    }

    /// <summary>Ids of entries.</summary>
    public static IReadOnlyList<Guid> IdsOf(IEnumerable<LedgerEntryAggregate> entries) => [.. entries.Select(entry => FileOf(entry).PersonId)];

    /// <summary>County that answers for the first entry.</summary>
    public static string RegionOf(IReadOnlyList<LedgerEntryAggregate> entries, DateOnly today) => FileOf(entries[0]).RegionOn(today);

    /// <summary>What the entries are told, and what is deleted with it.</summary>
    public static (IReadOnlyList<StreamAppend> Streams, IReadOnlyList<SqlStatement> Statements) Erase(
        IReadOnlyList<LedgerEntryAggregate> entries, Guid erasureId, ErasureGround ground, DateOnly today) =>
        ([.. entries.Select(entry => entry.Decide(new LedgerEntryCommand.Erase(erasureId, ground, today)).Append)], PersonVault.Erase(IdsOf(entries)));

    private static LedgerEntryState.Open FileOf(LedgerEntryAggregate entry) => entry.State switch
    {
        LedgerEntryState.Open open => open,
        LedgerEntryState.Merged merged => merged.Entry,
        LedgerEntryState.Closed closed => closed.Entry,
        _ => throw new RuleViolation("ledger_entry.not_opened", "该人员尚未建立实名台账。"),
    };
}
