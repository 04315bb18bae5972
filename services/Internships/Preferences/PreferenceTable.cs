using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Internships.Matching;

namespace YouthPlatform.Internships.Preferences;

/// <summary>One row a person who has stated wishes.</summary>
internal sealed class PreferenceTable : IProjection
{
    private static readonly Table<Guid> Preferences = new("preferences", "person_id");
    private static readonly Column<string[]> Regions = new(Preferences, "regions");
    private static readonly Column<string[]> Around = new(Preferences, "around");
    private static readonly Column<string[]> Categories = new(Preferences, "categories");
    private static readonly Column<decimal> LeastAllowance = new(Preferences, "least_allowance");
    private static readonly Column<string[]> Majors = new(Preferences, "majors");

    public string Name => "preferences";

    public IReadOnlyList<Table> Tables => [Preferences];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS preferences (
            person_id uuid PRIMARY KEY,
            regions text[] NOT NULL,
            around text[] NOT NULL,
            categories text[] NOT NULL,
            least_allowance numeric(14, 2),
            majors text[] NOT NULL);
        CREATE INDEX IF NOT EXISTS preferences_around ON preferences USING gin (around);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PreferencesStated e => [State(e.Wishes)],
            PreferencesWithdrawn e => [Preferences.Delete(e.PersonId)],
            _ => [],
        };
    }

    private static RowChange State(Wishes wishes) => Preferences.Upsert(wishes.PersonId)
        .Set(Regions, [.. wishes.Regions.Select(region => region.Prefix)])
        .Set(Around, Places.Around(wishes.Regions))
        .Set(Categories, [.. wishes.Categories])
        .Set(LeastAllowance, wishes.LeastAllowance?.Amount)
        .Set(Majors, [.. wishes.Majors]);
}
