using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.PersonLinks;

/// <summary>One row an id that was merged, with the id that is used instead; for lists. Decisions ask the streams (<see cref="LinkedPerson"/>).</summary>
public sealed class PersonLinkTable : IProjection
{
    private static readonly Table<Guid> Links = new("person_links", "person_id");
    private static readonly Column<Guid> Survivor = new(Links, "survivor_id");

    /// <inheritdoc />
    public string Name => "person_links";

    /// <inheritdoc />
    public IReadOnlyList<Table> Tables => [Links];

    /// <inheritdoc />
    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS person_links (
            person_id uuid PRIMARY KEY,
            survivor_id uuid NOT NULL);
        """;

    /// <inheritdoc />
    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PersonMerged e => [Links.Upsert(e.PersonId).Set(Survivor, e.IntoPersonId)],
            PersonUnmerged e => [Links.Delete(e.PersonId)],
            _ => [],
        };
    }
}
