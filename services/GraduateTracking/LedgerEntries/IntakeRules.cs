using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>One intake for every source (H32 §二(六)15, 17): a roster, the unemployment register, the person, a desk or a home visit. One entry a person.</summary>
internal static class IntakeRules
{
    public static LedgerEntryOpened Open(OpenLedgerEntry open) => new(
        open.PersonId,
        open.Region,
        open.AssignedBy,
        open.EducationLevel,
        open.LeftSchoolOn,
        open.HardshipCategories,
        open.Source,
        open.SourceId,
        open.Age,
        open.Today);

    public static IReadOnlyList<LedgerEntryEvent> AddSource(OpenLedgerEntry found, LedgerEntryState.Open open) => open.Sources.Contains(found.Source)
        ? []
        : [new SourceAdded(open.PersonId, found.Source, found.SourceId, found.Today)];

    public static IReadOnlyList<LedgerEntryEvent> Register(RegisterUnemployment register, LedgerEntryState.Open open) =>
        open.Unemployment.ContainsKey(register.RegisteredOn)
            ? []
            : [new UnemploymentRegistered(open.PersonId, register.Region, register.SourceId, register.RegisteredOn, register.Age)];

    public static IReadOnlyList<LedgerEntryEvent> End(EndUnemployment end, LedgerEntryState.Open open)
    {
        if (!open.Unemployment.TryGetValue(end.RegisteredOn, out var ended))
        {
            throw new RuleViolation("ledger_entry.unemployment_unknown", "没有该日期的失业登记。");
        }

        if (ended is not null)
        {
            return [];
        }

        return end.EndedOn < end.RegisteredOn
            ? throw new RuleViolation("ledger_entry.unemployment_end", "失业登记的终止日期不得早于登记日期。")
            : [new UnemploymentEnded(open.PersonId, end.Region, end.SourceId, end.RegisteredOn, end.EndedOn)];
    }

    public static IReadOnlyList<LedgerEntryEvent> FollowUp(RequestFollowUp request, LedgerEntryState.Open open) => open.FollowUps.Contains(request.PlacementId)
        ? []
        : [new FollowUpRequested(open.PersonId, request.PlacementId, request.UnitId, request.RequestedOn)];
}
