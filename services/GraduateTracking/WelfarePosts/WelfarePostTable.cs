using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.GraduateTracking.WelfarePosts;

/// <summary>A row a person with a post that is proposed or taken.</summary>
internal sealed class WelfarePostTable : IProjection
{
    private static readonly Table<Guid> Posts = new("welfare_posts", "person_id");
    private static readonly Column<string> Region = new(Posts, "region");
    private static readonly Column<string> Title = new(Posts, "title");
    private static readonly Column<string> Unit = new(Posts, "unit");
    private static readonly Column<DateOnly> From = new(Posts, "from_day");
    private static readonly Column<DateOnly> To = new(Posts, "to_day");
    private static readonly Column<string> Status = new(Posts, "status");

    public string Name => "welfare_posts";

    public IReadOnlyList<Table> Tables => [Posts];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS welfare_posts (
            person_id uuid PRIMARY KEY,
            region text NOT NULL,
            title text NOT NULL,
            unit text NOT NULL,
            from_day date NOT NULL,
            to_day date NOT NULL,
            status text NOT NULL);
        CREATE INDEX IF NOT EXISTS welfare_posts_by_region ON welfare_posts (region text_pattern_ops, person_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded) => recorded.Data switch
    {
        WelfarePostProposed { File: var file } =>
        [
            Posts.Upsert(file.PersonId).Set(Region, file.Region).Set(Title, file.Title).Set(Unit, file.Unit).Set(From, file.From).Set(To, file.To)
                .Set(Status, "proposed"),
        ],
        WelfarePostApproved e => [Posts.Update(e.File.PersonId).Set(Status, "placed")],
        WelfarePostRejected e => [Posts.Update(e.PersonId).Set(Status, "rejected")],
        WelfarePostEnded e => [Posts.Update(e.PersonId).Set(Status, "ended").Set(To, e.EndedOn)],
        _ => [],
    };
}
