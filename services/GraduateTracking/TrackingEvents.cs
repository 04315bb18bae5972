using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Disclosures;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.Imports.Progress;

namespace YouthPlatform.GraduateTracking;

/// <summary>Stored names of the service's events.</summary>
internal static class TrackingEvents
{
    public const string Service = "graduatetracking";

    public static EventTypes Create() => new EventTypes()
        .Add<LedgerEntryEvent.LedgerEntryOpened>("graduatetracking.ledger_entry_opened.v1")
        .Add<LedgerEntryEvent.ContactRecorded>("graduatetracking.contact_recorded.v1")
        .Add<LedgerEntryEvent.InternshipRecorded>("graduatetracking.internship_recorded.v1")
        .Add<LedgerEntryEvent.InternshipEndRecorded>("graduatetracking.internship_end_recorded.v1")
        .Add<IdentityDisclosed>("graduatetracking.identity_disclosed.v1")
        .AddImports(Service);
}
