using System.Collections.Immutable;
using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryCommand;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>One person's entry in the real-name ledger of unemployed leavers.</summary>
internal sealed class LedgerEntry : IDecider<LedgerEntryState, LedgerEntryCommand, LedgerEntryEvent>
{
    /// <summary>The one classification that a rule of code looks at; the others are data.</summary>
    public const string Employed = "employed";

    public static LedgerEntryState Initial { get; } = new LedgerEntryState.NotOpened();

    public static string StreamOf(Guid personId) => $"ledger_entry-{personId}";

    public static LedgerEntryState Evolve(LedgerEntryState state, LedgerEntryEvent recorded) => (state, recorded) switch
    {
        (_, LedgerEntryOpened opened) => new LedgerEntryState.Open(
            opened.PersonId, opened.Region, opened.OpenedOn, null, ImmutableDictionary<Guid, InternshipPeriod>.Empty, []),
        (LedgerEntryState.Open open, ContactRecorded contact) => open with
        {
            Classification = contact.Classification ?? open.Classification,
            Contacts = open.Contacts.Add(contact.ContactId),
        },
        (LedgerEntryState.Open open, InternshipRecorded begun) => open with
        {
            Internships = open.Internships.SetItem(
                begun.PlacementId, PeriodOf(open, begun.PlacementId) with { StartsOn = begun.StartsOn, EndsOn = begun.EndsOn }),
        },
        (LedgerEntryState.Open open, InternshipEndRecorded ended) => open with
        {
            Internships = open.Internships.SetItem(
                ended.PlacementId, PeriodOf(open, ended.PlacementId) with { EndedOn = ended.EndedOn }),
        },
        _ => state,
    };

    public static IReadOnlyList<LedgerEntryEvent> Decide(LedgerEntryCommand command, LedgerEntryState state) => (command, state) switch
    {
        (OpenLedgerEntry open, LedgerEntryState.NotOpened) => [Opened(open)],
        (OpenLedgerEntry, LedgerEntryState.Open) => [],
        (RecordContact record, LedgerEntryState.Open open) => Contact(record, open),
        (RecordInternship record, LedgerEntryState.Open open) => Internship(record, open),
        (RecordInternshipEnd record, LedgerEntryState.Open open) => InternshipEnd(record, open),
        _ => throw new RuleViolation("ledger_entry.not_opened", "该人员尚未建立实名台账。"),
    };

    private static LedgerEntryOpened Opened(OpenLedgerEntry open) => new(
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

    private static IReadOnlyList<LedgerEntryEvent> Contact(RecordContact record, LedgerEntryState.Open open)
    {
        if (open.Contacts.Contains(record.ContactId))
        {
            return [];
        }

        if (record.ContactedOn > record.Today || record.ContactedOn < open.OpenedOn)
        {
            throw new RuleViolation("ledger_entry.contact_date", "联系日期不得早于建账日期，也不得晚于今天。");
        }

        if (record.Outcome == ContactOutcome.Reached && record.Classification is null)
        {
            throw new RuleViolation("ledger_entry.classification_missing", "已联系上的，请填写就业状况分类。");
        }

        if (record.Outcome != ContactOutcome.Reached && record.Classification is not null)
        {
            throw new RuleViolation("ledger_entry.classification_without_contact", "未联系上本人，不得更改就业状况分类。");
        }

        if (record.Classification == Employed && open.IsInternOn(record.ContactedOn))
        {
            throw new RuleViolation("ledger_entry.intern_not_employed", "见习期间不计为就业，请待见习结束并落实就业后再登记。");
        }

        return
        [
            new ContactRecorded(
                record.ContactId, open.PersonId, open.Region, record.Channel, record.Outcome, record.Classification, record.ContactedOn),
        ];
    }

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
