using YouthPlatform.EventStore;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>The ledger as it stands, with its contacts and internships. No personal data.</summary>
internal sealed class LedgerProjection : IProjection
{
    /// <summary>Status of an entry whose person has not been reached.</summary>
    public const string NotReached = "registered";

    public string Name => "ledger";

    public IReadOnlyList<string> Tables => ["ledger_entries", "ledger_contacts", "ledger_internships"];

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

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded) => recorded.Data switch
    {
        LedgerEntryOpened e => [Opened(e, recorded.Version)],
        ContactRecorded e => Contacted(e, recorded),
        InternshipRecorded e => Interning(e, recorded.Version),
        InternshipEndRecorded e => InternshipEnded(e, recorded.Version),
        _ => [],
    };

    private static SqlStatement Opened(LedgerEntryOpened e, long version) => new(
        """
        INSERT INTO ledger_entries
            (person_id, region, status, assigned_by, education_level, left_school_on, hardship, source, opened_on, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        e.PersonId,
        e.Region,
        NotReached,
        Names.Of(e.AssignedBy),
        e.EducationLevel,
        e.LeftSchoolOn,
        e.HardshipCategories.ToArray(),
        Names.Of(e.Source),
        e.OpenedOn,
        version);

    private static IEnumerable<SqlStatement> Contacted(ContactRecorded e, RecordedEvent recorded) =>
    [
        new(
            """
            INSERT INTO ledger_contacts (contact_id, person_id, channel, outcome, classification, contacted_on, recorded_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            e.ContactId,
            e.PersonId,
            Names.Of(e.Channel),
            Names.Of(e.Outcome),
            e.Classification,
            e.ContactedOn,
            recorded.Metadata.Actor),
        new(
            """
            UPDATE ledger_entries SET status = coalesce($2, status), last_contact_on = greatest(last_contact_on, $3), version = $4
            WHERE person_id = $1
            """,
            e.PersonId,
            e.Classification,
            e.ContactedOn,
            recorded.Version),
    ];

    private static IEnumerable<SqlStatement> Interning(InternshipRecorded e, long version) =>
    [
        new(
            """
            INSERT INTO ledger_internships (person_id, placement_id, unit_id, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (person_id, placement_id) DO UPDATE SET starts_on = excluded.starts_on, ends_on = excluded.ends_on
            """,
            e.PersonId,
            e.PlacementId,
            e.UnitId,
            e.StartsOn,
            e.EndsOn),
        Touch(e.PersonId, version),
    ];

    private static IEnumerable<SqlStatement> InternshipEnded(InternshipEndRecorded e, long version) =>
    [
        new(
            """
            INSERT INTO ledger_internships (person_id, placement_id, unit_id, ended_on) VALUES ($1, $2, $3, $4)
            ON CONFLICT (person_id, placement_id) DO UPDATE SET ended_on = excluded.ended_on
            """,
            e.PersonId,
            e.PlacementId,
            e.UnitId,
            e.EndedOn),
        Touch(e.PersonId, version),
    ];

    private static SqlStatement Touch(Guid personId, long version) =>
        new("UPDATE ledger_entries SET version = $2 WHERE person_id = $1", personId, version);
}
