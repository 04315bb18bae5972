using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>One person's entry in the real-name ledger of unemployed leavers. The rules of each matter are in a file of their own.</summary>
internal sealed class LedgerEntry : IDecider<LedgerEntryState, LedgerEntryCommand, LedgerEntryEvent>
{
    public static LedgerEntryState Initial { get; } = new LedgerEntryState.NotOpened();

    public static string StreamOf(Guid personId) => $"ledger_entry-{personId}";

    public static LedgerEntryState Evolve(LedgerEntryState state, LedgerEntryEvent recorded) => LedgerEntryFold.Evolve(state, recorded);

    public static IReadOnlyList<LedgerEntryEvent> Decide(LedgerEntryCommand command, LedgerEntryState state) => (command, state) switch
    {
        (OpenLedgerEntry open, LedgerEntryState.NotOpened) => [IntakeRules.Open(open)],
        (_, LedgerEntryState.NotOpened) => throw new RuleViolation("ledger_entry.not_opened", "该人员尚未建立实名台账。"),
        (Erase, LedgerEntryState.Closed { IsErased: true }) => [],
        (Erase erase, _) => MergeRules.Erase(erase, EntryOf(state)),
        (RecordInternship record, _) => Internship(record, EntryOf(state)),
        (RecordInternshipEnd record, _) => InternshipEnd(record, EntryOf(state)),
        (RequestFollowUp request, _) => IntakeRules.FollowUp(request, EntryOf(state)),
        (_, LedgerEntryState.Open open) => Decide(command, open),
        (Unmerge unmerge, LedgerEntryState.Merged merged) => MergeRules.Unmerge(unmerge, merged),
        (MergeInto merge, LedgerEntryState.Merged merged) when merge.CaseId == merged.CaseId => [],
        (OpenLedgerEntry, LedgerEntryState.Merged) => [],
        (_, LedgerEntryState.Merged) => throw new RuleViolation("ledger_entry.merged", "该台账已并入另一台账，请在保留的台账上办理。"),
        (RecordDeath, LedgerEntryState.Closed) => [],
        (Split split, LedgerEntryState.Closed closed) => MergeRules.Split(split, closed.Entry),
        _ => throw new RuleViolation("ledger_entry.closed", "该台账已关闭，不再办理。"),
    };

    private static IReadOnlyList<LedgerEntryEvent> Decide(LedgerEntryCommand command, LedgerEntryState.Open open) => command switch
    {
        OpenLedgerEntry found => IntakeRules.AddSource(found, open),
        RegisterUnemployment register => IntakeRules.Register(register, open),
        EndUnemployment end => IntakeRules.End(end, open),
        RecordContact record => ContactRules.Contact(record, open),
        Classify classify => ClassificationRules.Decide(classify, open),
        RecognizeHardship recognize => Hardships.Recognize(recognize, open),
        EndHardship end => Hardships.End(end, open),
        ProposeTransfer propose => AssignmentRules.Propose(propose, open),
        AcceptTransfer accept => AssignmentRules.Accept(accept, open),
        RefuseTransfer refuse => AssignmentRules.Refuse(refuse, open),
        WithdrawTransfer withdraw => AssignmentRules.Withdraw(withdraw, open),
        AssignOfficer assign => AssignmentRules.Assign(assign, open),
        MergeInto merge => MergeRules.Merge(merge, open),
        Absorb absorb => MergeRules.Absorb(absorb, open),
        Split split => MergeRules.Split(split, open),
        RecordAbsorbedInternship told => MergeRules.Internship(told, open),
        RecordAccount account => [new BankAccountRecorded(open.PersonId, open.RegionOn(account.Today), account.Today)],
        RecordDeath death => MergeRules.Die(death, open),
        _ => throw new RuleViolation("ledger_entry.not_merged", "该台账未被合并。"),
    };

    /// <summary>The entry, whatever became of it; facts that others report are kept on it always.</summary>
    private static LedgerEntryState.Open EntryOf(LedgerEntryState state) => state switch
    {
        LedgerEntryState.Open open => open,
        LedgerEntryState.Merged merged => merged.Entry,
        LedgerEntryState.Closed closed => closed.Entry,
        _ => throw new RuleViolation("ledger_entry.not_opened", "该人员尚未建立实名台账。"),
    };

    private static IReadOnlyList<LedgerEntryEvent> Internship(RecordInternship record, LedgerEntryState.Open open) =>
        PeriodOf(open, record.PlacementId).StartsOn is not null
            ? []
            : [new InternshipRecorded(open.PersonId, record.PlacementId, record.UnitId, record.UnitRegion, record.StartsOn, record.EndsOn)];

    private static IReadOnlyList<LedgerEntryEvent> InternshipEnd(RecordInternshipEnd record, LedgerEntryState.Open open) =>
        PeriodOf(open, record.PlacementId).EndedOn is not null
            ? []
            : [new InternshipEndRecorded(open.PersonId, record.PlacementId, record.UnitId, record.EndedOn)];

    private static InternshipPeriod PeriodOf(LedgerEntryState.Open open, Guid placementId) =>
        open.Internships.GetValueOrDefault(placementId, InternshipPeriod.Unknown);
}
