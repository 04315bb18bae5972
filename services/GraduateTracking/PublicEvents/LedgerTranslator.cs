using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.GraduateTracking.LedgerEntries;

namespace YouthPlatform.GraduateTracking.PublicEvents;

/// <summary>What the rest of the platform learns of the ledger: ids and codes, never who it is.</summary>
internal sealed class LedgerTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        LedgerEntryEvent.LedgerEntryOpened e =>
        [
            new(
                new Contracts.GraduateTracking.LedgerEntryOpened(
                    e.PersonId,
                    e.Region,
                    e.EducationLevel,
                    e.LeftSchoolOn,
                    e.HardshipCategories,
                    Names.Of(e.Source),
                    e.OpenedOn,
                    e.AgeOnOpening),
                e.Region,
                LedgerEntry.StreamOf(e.PersonId)),
        ],
        _ => [],
    };
}
