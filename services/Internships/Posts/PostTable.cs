using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.Posts;

/// <summary>One row a post, with its free seats.</summary>
internal sealed class PostTable : IProjection
{
    private static readonly Table<Guid> Posts = new("posts", "post_id");
    private static readonly Column<Guid> UnitId = new(Posts, "unit_id");
    private static readonly Column<string> Region = new(Posts, "region");
    private static readonly Column<string> Title = new(Posts, "title");
    private static readonly Column<string> Category = new(Posts, "category");
    private static readonly Column<int> Openings = new(Posts, "openings");
    private static readonly Column<int> Taken = new(Posts, "taken");
    private static readonly Column<int> Months = new(Posts, "months");
    private static readonly Column<decimal> MonthlyAllowance = new(Posts, "monthly_allowance");
    private static readonly Column<bool> IsDemonstration = new(Posts, "is_demonstration");
    private static readonly Column<string> Status = new(Posts, "status");
    private static readonly Column<DateOnly> PublishedOn = new(Posts, "published_on");

    public string Name => "posts";

    public IReadOnlyList<Table> Tables => [Posts];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS posts (
            post_id uuid PRIMARY KEY,
            unit_id uuid NOT NULL,
            region text NOT NULL,
            title text NOT NULL,
            category text NOT NULL,
            openings int NOT NULL,
            taken int NOT NULL DEFAULT 0 CONSTRAINT posts_never_oversold CHECK (taken BETWEEN 0 AND openings),
            months int NOT NULL,
            monthly_allowance numeric(14, 2) NOT NULL,
            is_demonstration boolean NOT NULL DEFAULT false,
            status text NOT NULL,
            published_on date);
        CREATE INDEX IF NOT EXISTS posts_by_region ON posts (status, region text_pattern_ops, post_id);
        CREATE INDEX IF NOT EXISTS posts_by_unit ON posts (unit_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PostDrafted e => [Insert(e.Terms)],
            PostPublished e => [Publish(e)],
            SeatTaken e => [Posts.Update(e.PostId).Add(Taken, 1)],
            SeatReleased e => [Posts.Update(e.PostId).Add(Taken, -1)],
            PostClosed e => [Posts.Update(e.PostId).Set(Status, "closed")],
            _ => [],
        };
    }

    private static RowChange Insert(PostTerms terms) => Posts.Insert(terms.PostId)
        .Set(UnitId, terms.UnitId)
        .Set(Region, terms.Region.Value)
        .Set(Title, terms.Title)
        .Set(Category, terms.Category)
        .Set(Openings, terms.Openings)
        .Set(Months, terms.Months)
        .Set(MonthlyAllowance, terms.MonthlyAllowance.Amount)
        .Set(Status, "draft");

    private static RowChange Publish(PostPublished e) => Posts.Update(e.PostId)
        .Set(Status, "published")
        .Set(IsDemonstration, e.IsDemonstration)
        .Set(PublishedOn, e.PublishedOn);
}
