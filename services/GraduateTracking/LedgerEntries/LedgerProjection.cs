using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>The ledger as it stands, with its contacts and internships. No personal data.</summary>
internal sealed class LedgerProjection : IProjection
{
    /// <summary>Status of an entry whose person has not been reached.</summary>
    public const string NotReached = "registered";

    /// <summary>Standing of an entry that is followed up; the others are <c>merged</c>, <c>deceased</c> and <c>erased</c>.</summary>
    public const string Standing = "open";

    private static readonly Table<Guid> Entries = new("ledger_entries", "person_id");
    private static readonly Column<string> Region = new(Entries, "region");
    private static readonly Column<string> StatusCode = new(Entries, "status");
    private static readonly Column<string> AssignedBy = new(Entries, "assigned_by");
    private static readonly Column<string> EducationLevel = new(Entries, "education_level");
    private static readonly Column<DateOnly> LeftSchoolOn = new(Entries, "left_school_on");
    private static readonly Column<string[]> Hardship = new(Entries, "hardship");
    private static readonly Column<string> Source = new(Entries, "source");
    private static readonly Column<DateOnly> OpenedOn = new(Entries, "opened_on");
    private static readonly Column<DateOnly> LastContactOn = new(Entries, "last_contact_on");
    private static readonly Column<string> StandingNow = new(Entries, "standing");
    private static readonly Column<DateOnly> ClosedOn = new(Entries, "closed_on");
    private static readonly Column<Guid> MergedInto = new(Entries, "merged_into");
    private static readonly Column<string> LentTo = new(Entries, "lent_to");
    private static readonly Column<DateOnly> LentUntil = new(Entries, "lent_until");
    private static readonly Column<DateOnly> LastReachedOn = new(Entries, "last_reached_on");
    private static readonly Column<int> FailedAttempts = new(Entries, "failed_attempts");
    private static readonly Column<string> Evidence = new(Entries, "evidence");
    private static readonly Column<DateOnly> StatusFrom = new(Entries, "status_from");
    private static readonly Column<long> Version = new(Entries, "version");

    private static readonly Table<Guid> Contacts = new("ledger_contacts", "contact_id");
    private static readonly Column<Guid> ContactedPerson = new(Contacts, "person_id");
    private static readonly Column<string> Channel = new(Contacts, "channel");
    private static readonly Column<string> Outcome = new(Contacts, "outcome");
    private static readonly Column<string> FoundToBe = new(Contacts, "classification");
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
            standing text NOT NULL,
            closed_on date,
            merged_into uuid,
            lent_to text,
            lent_until date,
            last_reached_on date,
            failed_attempts int NOT NULL,
            evidence text,
            status_from date,
            version bigint NOT NULL);
        CREATE INDEX IF NOT EXISTS ledger_entries_region ON ledger_entries (region text_pattern_ops, person_id);
        CREATE INDEX IF NOT EXISTS ledger_entries_lent ON ledger_entries (lent_to text_pattern_ops, lent_until) WHERE lent_to IS NOT NULL;
        CREATE INDEX IF NOT EXISTS ledger_entries_merged ON ledger_entries (merged_into) WHERE merged_into IS NOT NULL;
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
        LedgerEntryEvent e => [Entry(e).Set(Version, recorded.Version), .. Details(e, recorded.Metadata.Actor)],
        _ => [],
    };

    /// <summary>What an event does to the entry's own row.</summary>
    private static RowChange Entry(LedgerEntryEvent recorded) => recorded switch
    {
        LedgerEntryOpened e => Open(e),
        ContactRecorded e => Contact(e),
        Classified e => Status(e),
        HardshipRecognized e => Entries.Update(e.PersonId).Set(Hardship, [.. e.Categories]),
        HardshipEnded e => Entries.Update(e.PersonId).Set(Hardship, [.. e.Categories]),
        TransferAccepted { Until: { } until } e => Entries.Update(e.PersonId).Set(LentTo, e.To).Set(LentUntil, until),
        TransferAccepted e => Entries.Update(e.PersonId).Set(Region, e.To).Set(AssignedBy, Names.Of(e.Place)).Set(LentTo, null).Set(LentUntil, (DateOnly?)null),
        LedgerEntryMerged e => Entries.Update(e.PersonId).Set(StandingNow, "merged").Set(MergedInto, e.IntoPersonId),
        LedgerEntryUnmerged e => Entries.Update(e.PersonId).Set(StandingNow, Standing).Set(MergedInto, (Guid?)null),
        PersonDeceased e => Entries.Update(e.PersonId).Set(StandingNow, "deceased").Set(ClosedOn, e.RecordedOn),
        PersonErased e => Entries.Update(e.PersonId).Set(StandingNow, "erased").Set(ClosedOn, e.ErasedOn),
        _ => Entries.Update(recorded.PersonId),
    };

    private static IEnumerable<Change> Details(LedgerEntryEvent recorded, string actor) => recorded switch
    {
        ContactRecorded e => [Insert(e, actor)],
        Classified e => Shown(e),
        InternshipRecorded e => [Internship(e.PersonId, e.PlacementId, e.UnitId).Set(StartsOn, e.StartsOn).Set(EndsOn, e.EndsOn)],
        InternshipEndRecorded e => [Internship(e.PersonId, e.PlacementId, e.UnitId).Set(EndedOn, e.EndedOn)],
        _ => [],
    };

    private static RowChange Open(LedgerEntryOpened e) => Entries.Insert(e.PersonId)
        .Set(Region, e.Region)
        .Set(StatusCode, NotReached)
        .Set(AssignedBy, Names.Of(e.AssignedBy))
        .Set(EducationLevel, e.EducationLevel)
        .Set(LeftSchoolOn, e.LeftSchoolOn)
        .Set(Hardship, [.. e.HardshipCategories])
        .Set(Source, Names.Of(e.Source))
        .Set(OpenedOn, e.OpenedOn)
        .Set(StandingNow, Standing)
        .Set(FailedAttempts, 0);

    private static RowChange Insert(ContactRecorded e, string actor) => Contacts.Insert(e.ContactId)
        .Set(ContactedPerson, e.PersonId)
        .Set(Channel, Names.Of(e.Channel))
        .Set(Outcome, Names.Of(e.Outcome))
        .Set(ContactedOn, e.ContactedOn)
        .Set(RecordedBy, actor);

    private static RowChange Contact(ContactRecorded e)
    {
        var attempted = Entries.Update(e.PersonId).Greatest(LastContactOn, e.ContactedOn);
        return e.Outcome == ContactOutcome.Reached
            ? attempted.Greatest(LastReachedOn, e.ContactedOn).Set(FailedAttempts, 0)
            : attempted.Add(FailedAttempts, 1);
    }

    private static IEnumerable<RowChange> Shown(Classified e) =>
        e.ContactId is { } contact ? [Contacts.Update(contact).Set(FoundToBe, e.Found.Code)] : [];

    private static RowChange Status(Classified e) => Entries.Update(e.PersonId)
        .Set(StatusCode, e.Found.Code)
        .Set(Evidence, e.Found.Evidence)
        .Set(StatusFrom, e.Found.EffectiveOn);

    private static RowChange Internship(Guid personId, Guid placementId, Guid unitId) =>
        Internships.Upsert((personId, placementId)).Initially(UnitId, unitId);
}
