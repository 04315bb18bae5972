using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>Two entries of one person. Merges do not nest: an entry that took others in is merged only after they were given back.</summary>
internal static class MergeRules
{
    public static IReadOnlyList<LedgerEntryEvent> Merge(MergeInto merge, LedgerEntryState.Open open)
    {
        if (merge.IntoPersonId == open.PersonId)
        {
            throw new RuleViolation("ledger_entry.same_entry", "不能将台账并入其自身。");
        }

        if (open.Absorbed.Count > 0)
        {
            throw new RuleViolation("ledger_entry.has_absorbed", "该台账已并入其他台账，请以该台账为保留台账，或先撤销原合并。");
        }

        return open.Pending is not null
            ? throw new RuleViolation("ledger_entry.transfer_pending", "该台账有待接收的转移，请先等待答复或撤回。")
            : [new LedgerEntryMerged(open.PersonId, merge.IntoPersonId, merge.CaseId, open.RegionOn(merge.Today), merge.Today)];
    }

    public static IReadOnlyList<LedgerEntryEvent> Absorb(Absorb absorb, LedgerEntryState.Open open) => open.Absorbed.Contains(absorb.AbsorbedPersonId)
        ? []
        : [new LedgerEntryAbsorbed(open.PersonId, absorb.AbsorbedPersonId, absorb.CaseId, absorb.Internships, absorb.Today)];

    public static IReadOnlyList<LedgerEntryEvent> Unmerge(Unmerge unmerge, LedgerEntryState.Merged merged) => merged.CaseId == unmerge.CaseId
        ? [new LedgerEntryUnmerged(merged.Entry.PersonId, merged.IntoPersonId, merged.CaseId, merged.Entry.RegionOn(unmerge.Today), unmerge.Today)]
        : throw new RuleViolation("ledger_entry.merged_otherwise", "该台账的合并不是由本次疑似重复认定的。");

    public static IReadOnlyList<LedgerEntryEvent> Split(Split split, LedgerEntryState.Open open) => open.Absorbed.Contains(split.AbsorbedPersonId)
        ? [new LedgerEntrySplit(open.PersonId, split.AbsorbedPersonId, split.CaseId, split.Today)]
        : [];

    /// <summary>What the surviving entry is to know of the other's internships.</summary>
    public static IReadOnlyList<AbsorbedInternship> InternshipsOf(LedgerEntryState.Open entry) =>
        [.. entry.Internships.OrderBy(known => known.Key).Select(known => Of(known.Key, known.Value))];

    public static AbsorbedInternship Of(Guid placementId, InternshipPeriod period) => new(placementId, period.StartsOn, period.EndsOn, period.EndedOn);

    public static IReadOnlyList<LedgerEntryEvent> Internship(RecordAbsorbedInternship told, LedgerEntryState.Open open) =>
        open.Absorbed.Contains(told.AbsorbedPersonId)
        && open.Internships.GetValueOrDefault(told.Internship.PlacementId) is var known
        && (known is null || Of(told.Internship.PlacementId, known) != told.Internship)
            ? [new AbsorbedInternshipRecorded(open.PersonId, told.AbsorbedPersonId, told.Internship)]
            : [];

    public static IReadOnlyList<LedgerEntryEvent> Die(RecordDeath death, LedgerEntryState.Open open) => death.DeceasedOn > death.Today
        ? throw new RuleViolation("ledger_entry.deceased_on", "死亡日期不得晚于今天。")
        : [new PersonDeceased(open.PersonId, open.RegionOn(death.Today), death.DeceasedOn, death.Today)];

    public static IReadOnlyList<LedgerEntryEvent> Erase(Erase erase, LedgerEntryState.Open open) =>
        [new PersonErased(open.PersonId, open.RegionOn(erase.Today), erase.ReceiptId, erase.Ground, erase.Today)];
}
