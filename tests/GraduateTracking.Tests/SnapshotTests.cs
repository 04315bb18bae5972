using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.Disclosures;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.PublicEvents;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.Testing.Snapshots;

namespace YouthPlatform.GraduateTracking.Tests;

public sealed class SnapshotTests
{
    private static readonly Guid PersonId = Guid.Parse("0189d3f0-0000-7000-8000-000000000001");
    private static readonly Guid OtherId = Guid.Parse("0189d3f0-0000-7000-8000-000000000002");
    private static readonly Guid UnitId = Guid.Parse("0189d3f0-0000-7000-8000-000000000003");
    private static readonly DateOnly Day = new(2023, 7, 20);
    private static readonly DateTimeOffset Instant = new(2023, 7, 20, 1, 2, 3, TimeSpan.Zero);

    private static readonly LedgerEntryEvent.LedgerEntryOpened Opened = new(
        PersonId, "430104", AssignmentPlace.Household, "bachelor", new(2023, 6, 30), ["disabled"], EntrySource.EducationRoster, OtherId, 22, Day);

    private static readonly object[] Examples =
    [
        Opened,
        new LedgerEntryEvent.ContactRecorded(OtherId, PersonId, "430104", ContactChannel.Phone, ContactOutcome.Reached, "unemployed", Day),
        new LedgerEntryEvent.InternshipRecorded(PersonId, OtherId, UnitId, "430105", Day, new(2024, 1, 19)),
        new LedgerEntryEvent.InternshipEndRecorded(PersonId, OtherId, UnitId, new(2024, 1, 19)),
        new IdentityDisclosed(OtherId, PersonId, "430104", DisclosurePurpose.Contact, "clerk-1", Instant),
        new ImportEvent.ImportStarted(
            OtherId, "roster", "ab12", new ImportFile(FileFormat.Csv, "gb18030"), null, new ImportScope(["420000", "430000"]), "education", Day),
        new ImportEvent.ImportRowsRead(OtherId, 1, 2, 501, [new(7, RowStatus.Rejected, "roster.name_missing")]),
        new ImportEvent.ImportContentRefused(OtherId),
        new ImportEvent.ImportCompleted(OtherId, Day),
    ];

    public static TheoryData<string> StoredNames => [.. TrackingEvents.Create().All.Keys];

    [Theory]
    [MemberData(nameof(StoredNames))]
    public void Stored_events_keep_their_shape(string name)
    {
        var type = TrackingEvents.Create().All[name];
        Snapshot.Match(name, Examples.Single(example => example.GetType() == type));
    }

    [Fact]
    public void The_public_event_keeps_its_shape()
    {
        var recorded = new RecordedEvent(
            1, LedgerEntry.StreamOf(PersonId), 1, "graduatetracking.ledger_entry_opened.v1", Opened, new EventMetadata("education"), Instant);
        var draft = new LedgerTranslator().Translate(recorded).ShouldHaveSingleItem();
        Snapshot.Match("youthplatform.graduate_tracking.ledger_entry_opened.v1", draft.Contract);
        (draft.Region, draft.Subject).ShouldBe(("430104", $"ledger_entry-{PersonId}"));
    }

    [Fact]
    public void Only_what_others_need_is_published()
    {
        var published = Examples.Where(example => new LedgerTranslator()
            .Translate(new RecordedEvent(1, "s", 1, "t", example, new EventMetadata("a"), Instant)).Any());
        published.ShouldHaveSingleItem().ShouldBe(Opened);
    }
}
