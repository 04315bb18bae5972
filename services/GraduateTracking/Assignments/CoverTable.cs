using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.GraduateTracking.Assignments;

/// <summary>Who stands in for whom.</summary>
internal sealed class CoverTable : IProjection
{
    private static readonly Table<Guid> Covers = new("officer_covers", "cover_id");
    private static readonly Column<string> Region = new(Covers, "region");
    private static readonly Column<string> Officer = new(Covers, "officer");
    private static readonly Column<string> Substitute = new(Covers, "substitute");
    private static readonly Column<DateOnly> From = new(Covers, "from_day");
    private static readonly Column<DateOnly> Until = new(Covers, "until");
    private static readonly Column<long> Version = new(Covers, "version");

    public string Name => "officer_covers";

    public IReadOnlyList<Table> Tables => [Covers];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS officer_covers (
            cover_id uuid PRIMARY KEY,
            region text NOT NULL,
            officer text NOT NULL,
            substitute text NOT NULL,
            from_day date NOT NULL,
            until date NOT NULL,
            version bigint NOT NULL);
        CREATE INDEX IF NOT EXISTS officer_covers_substitute ON officer_covers (substitute, until);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        CoverEvent.CoverArranged e =>
        [
            Covers.Insert(e.CoverId).Set(Region, e.Region).Set(Officer, e.Officer).Set(Substitute, e.Substitute)
                .Set(From, e.From).Set(Until, e.Until).Set(Version, recorded.Version),
        ],

        // Its last day is the one before the officer is back.
        CoverEvent.CoverEnded e => [Covers.Update(e.CoverId).Set(Until, e.EndedOn.AddDays(-1)).Set(Version, recorded.Version)],
        _ => [],
    };
}
