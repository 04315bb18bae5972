using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.GraduateTracking.Disclosures;

/// <summary>Who was shown whose personal data, when and what for.</summary>
internal sealed class DisclosureTable : IProjection
{
    private static readonly Table<Guid> Disclosures = new("disclosures", "disclosure_id");
    private static readonly Column<Guid> PersonId = new(Disclosures, "person_id");
    private static readonly Column<string> Region = new(Disclosures, "region");
    private static readonly Column<string> Purpose = new(Disclosures, "purpose");
    private static readonly Column<string> DisclosedTo = new(Disclosures, "disclosed_to");
    private static readonly Column<DateTimeOffset> DisclosedAt = new(Disclosures, "disclosed_at");

    public string Name => "disclosures";

    public IReadOnlyList<Table> Tables => [Disclosures];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS disclosures (
            disclosure_id uuid PRIMARY KEY,
            person_id uuid NOT NULL,
            region text NOT NULL,
            purpose text NOT NULL,
            disclosed_to text NOT NULL,
            disclosed_at timestamptz NOT NULL);
        CREATE INDEX IF NOT EXISTS disclosures_region ON disclosures (region text_pattern_ops, disclosure_id);
        CREATE INDEX IF NOT EXISTS disclosures_person ON disclosures (person_id, disclosure_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data is IdentityDisclosed e
        ?
        [
            Disclosures.Insert(e.DisclosureId).Set(PersonId, e.PersonId).Set(Region, e.Region).Set(Purpose, Names.Of(e.Purpose))
                .Set(DisclosedTo, e.DisclosedTo).Set(DisclosedAt, e.DisclosedAt),
        ]
        : [];
}
