using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Posts;

/// <summary>One row a post, with its free seats.</summary>
internal sealed class PostTable : IProjection
{
    public string Name => "posts";

    public IReadOnlyList<string> Tables => ["posts"];

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

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PostDrafted e => [Insert(e.Terms)],
            PostPublished e => [Publish(e)],
            SeatTaken e => [new("UPDATE posts SET taken = taken + 1 WHERE post_id = $1", e.PostId)],
            SeatReleased e => [new("UPDATE posts SET taken = taken - 1 WHERE post_id = $1", e.PostId)],
            PostClosed e => [new("UPDATE posts SET status = 'closed' WHERE post_id = $1", e.PostId)],
            _ => [],
        };
    }

    private static SqlStatement Insert(PostTerms terms) => new(
        """
        INSERT INTO posts (post_id, unit_id, region, title, category, openings, months, monthly_allowance, status)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft')
        """,
        terms.PostId, terms.UnitId, terms.Region.Value, terms.Title, terms.Category, terms.Openings, terms.Months, terms.MonthlyAllowance.Amount);

    private static SqlStatement Publish(PostPublished e) => new(
        "UPDATE posts SET status = 'published', is_demonstration = $2, published_on = $3 WHERE post_id = $1",
        e.PostId, e.IsDemonstration, e.PublishedOn);
}
