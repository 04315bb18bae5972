using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>The ledger as it stands, with its contacts and internships. No personal data.</summary>
internal sealed class LedgerProjection : IProjection
{
    /// <summary>Status of an entry whose person has not been reached.</summary>
    public const string NotReached = "registered";

    private static readonly Table<Guid> Entries = new("ledger_entries", "person_id");
    private static readonly Column<string> Region = new(Entries, "region");
    private static readonly Column<string> Status = new(Entries, "status");
    private static readonly Column<string> AssignedBy = new(Entries, "assigned_by");
    private static readonly Column<string> EducationLevel = new(Entries, "education_level");
    private static readonly Column<DateOnly> LeftSchoolOn = new(Entries, "left_school_on");
    private static readonly Column<string[]> Hardship = new(Entries, "hardship");
    private static readonly Column<string> Source = new(Entries, "source");
    private static readonly Column<DateOnly> OpenedOn = new(Entries, "opened_on");
    private static readonly Column<DateOnly> LastContactOn = new(Entries, "last_contact_on");
    private static readonly Column<long> Version = new(Entries, "version");

    private static readonly Table<Guid> Contacts = new("ledger_contacts", "contact_id");
    private static readonly Column<Guid> ContactedPerson = new(Contacts, "person_id");
    private static readonly Column<string> Channel = new(Contacts, "channel");
    private static readonly Column<string> Outcome = new(Contacts, "outcome");
    private static readonly Column<string> Classification = new(Contacts, "classification");
    private static readonly Column<DateOnly> ContactedOn = new(Contacts, "contacted_on");
    private static readonly Column<string> RecordedBy = new(Contacts, "recorded_by");

    private static readonly Table<(Guid Person, Guid Placement)> Internships = new("ledger_internships", "person_id", "placement_id");
    private static readonly Column<Guid> UnitId = new(Internships, "unit_id");
    private static readonly Column<DateOnly> StartsOn = new(Internships, "starts_on");
    private static readonly Column<DateOnly> EndsOn = new(Internships, "ends_on");
    private static readonly Column<DateOnly> EndedOn = new(Internships, "ended_on");

    public string Name => "ledger";

    public IReadOnlyList<Table> Tables => [Entries, Contacts, Internships];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS ledger_entries (
            person_id uuid PRIMARY KEY,
            region text NOT NULL,
            status text NOT NULL,
            assigned_by text NOT NULL,
            education_level text NOT NULL,
            left_school_on date NOT NULL,
            hardship text[] NOT NULL,
            source text NOT NULL,
            opened_on date NOT NULL,
            last_contact_on date,
            version bigint NOT NULL);
        CREATE INDEX IF NOT EXISTS ledger_entries_region ON ledger_entries (region text_pattern_ops, person_id);
        CREATE TABLE IF NOT EXISTS ledger_contacts (
            contact_id uuid PRIMARY KEY,
            person_id uuid NOT NULL,
            channel text NOT NULL,
            outcome text NOT NULL,
            classification text,
            contacted_on date NOT NULL,
            recorded_by text NOT NULL);
        CREATE INDEX IF NOT EXISTS ledger_contacts_person ON ledger_contacts (person_id, contact_id);
        CREATE TABLE IF NOT EXISTS ledger_internships (
            person_id uuid NOT NULL,
            placement_id uuid NOT NULL,
            unit_id uuid NOT NULL,
            starts_on date,
            ends_on date,
            ended_on date,
            PRIMARY KEY (person_id, placement_id));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        LedgerEntryOpened e => [Open(e).Set(Version, recorded.Version)],
        ContactRecorded e => [Insert(e, recorded.Metadata.Actor), Contact(e).Set(Version, recorded.Version)],
        InternshipRecorded e =>
        [
            Internship(e.PersonId, e.PlacementId, e.UnitId).Set(StartsOn, e.StartsOn).Set(EndsOn, e.EndsOn),
            Entries.Update(e.PersonId).Set(Version, recorded.Version),
        ],
        InternshipEndRecorded e =>
        [
            Internship(e.PersonId, e.PlacementId, e.UnitId).Set(EndedOn, e.EndedOn),
            Entries.Update(e.PersonId).Set(Version, recorded.Version),
        ],
        _ => [],
    };

    private static RowChange Open(LedgerEntryOpened e) => Entries.Insert(e.PersonId)
        .Set(Region, e.Region)
        .Set(Status, NotReached)
        .Set(AssignedBy, Names.Of(e.AssignedBy))
        .Set(EducationLevel, e.EducationLevel)
        .Set(LeftSchoolOn, e.LeftSchoolOn)
        .Set(Hardship, [.. e.HardshipCategories])
        .Set(Source, Names.Of(e.Source))
        .Set(OpenedOn, e.OpenedOn);

    private static RowChange Insert(ContactRecorded e, string actor) => Contacts.Insert(e.ContactId)
        .Set(ContactedPerson, e.PersonId)
        .Set(Channel, Names.Of(e.Channel))
        .Set(Outcome, Names.Of(e.Outcome))
        .Set(Classification, e.Classification)
        .Set(ContactedOn, e.ContactedOn)
        .Set(RecordedBy, actor);

    private static RowChange Contact(ContactRecorded e) => Entries.Update(e.PersonId)
        .SetIfAny(Status, e.Classification)
        .Greatest(LastContactOn, e.ContactedOn);

    private static RowChange Internship(Guid personId, Guid placementId, Guid unitId) =>
        Internships.Upsert((personId, placementId)).Initially(UnitId, unitId);
}
