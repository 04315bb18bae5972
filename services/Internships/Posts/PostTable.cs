using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.Posts;

/// <summary>One row a post, with its free seats and the words it is found by.</summary>
internal sealed class PostTable : IProjection
{
    private static readonly Table<Guid> Posts = new("posts", "post_id");
    private static readonly Column<Guid> UnitId = new(Posts, "unit_id");
    private static readonly Column<string> Region = new(Posts, "region");
    private static readonly Column<string> Programme = new(Posts, "programme");
    private static readonly Column<string> Title = new(Posts, "title");
    private static readonly Column<string> Category = new(Posts, "category");
    private static readonly Column<int> Openings = new(Posts, "openings");
    private static readonly Column<int> Taken = new(Posts, "taken");
    private static readonly Column<int> Months = new(Posts, "months");
    private static readonly Column<decimal> MonthlyAllowance = new(Posts, "monthly_allowance");
    private static readonly Column<string[]> Education = new(Posts, "education");
    private static readonly Column<string[]> Words = new(Posts, "words");
    private static readonly Column<DateOnly> ExpiresOn = new(Posts, "expires_on");
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
            programme text NOT NULL,
            title text NOT NULL,
            category text NOT NULL,
            openings int NOT NULL,
            taken int NOT NULL DEFAULT 0,
            months int NOT NULL,
            monthly_allowance numeric(14, 2) NOT NULL,
            education text[] NOT NULL,
            words text[] NOT NULL,
            expires_on date,
            is_demonstration boolean NOT NULL DEFAULT false,
            status text NOT NULL,
            published_on date,
            CONSTRAINT posts_never_oversold CHECK (taken BETWEEN 0 AND openings));
        CREATE INDEX IF NOT EXISTS posts_by_status ON posts (status, programme, post_id);
        CREATE INDEX IF NOT EXISTS posts_by_region ON posts (region text_pattern_ops, post_id) WHERE status = 'published';
        CREATE INDEX IF NOT EXISTS posts_by_unit ON posts (unit_id);
        CREATE INDEX IF NOT EXISTS posts_by_words ON posts USING gin (words);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PostDrafted e => [Describe(Posts.Insert(e.Terms.PostId), e.Terms).Set(Status, "draft")],
            PostRevised e => [Describe(Posts.Update(e.Terms.PostId), e.Terms)],
            PostSubmitted e => [Describe(Posts.Insert(e.Terms.PostId), e.Terms).Set(Status, "submitted")],
            PostReturned e => [Posts.Update(e.PostId).Set(Status, "returned")],
            PostResubmitted e => [Describe(Posts.Update(e.Terms.PostId), e.Terms).Set(Status, "submitted")],
            PostRejected e => [Posts.Update(e.PostId).Set(Status, "rejected")],
            PostPublished e => [Publish(e)],
            PostChanged e => [Describe(Posts.Update(e.Terms.PostId), e.Terms)],
            PostDemonstrationSet e => [Posts.Update(e.Terms.PostId).Set(IsDemonstration, e.IsDemonstration)],
            SeatTaken e => [Posts.Update(e.PostId).Add(Taken, 1)],
            SeatReleased e => [Posts.Update(e.PostId).Add(Taken, -1)],
            PostClosed e => [Posts.Update(e.PostId).Set(Status, "closed")],
            _ => [],
        };
    }

    private static RowChange Describe(RowChange row, PostTerms terms) => row
        .Set(UnitId, terms.UnitId)
        .Set(Region, terms.Region.Value)
        .Set(Programme, terms.Programme)
        .Set(Title, terms.Title)
        .Set(Category, terms.Category)
        .Set(Openings, terms.Openings)
        .Set(Months, terms.Months)
        .Set(MonthlyAllowance, terms.MonthlyAllowance.Amount)
        .Set(Education, terms.Demands.Education.ToArray())
        .Set(Words, SearchTerms.Index([terms.Title, terms.Description, terms.Address, .. terms.Demands.Majors, .. terms.Demands.Skills]))
        .Set(ExpiresOn, terms.ExpiresOn);

    private static RowChange Publish(PostPublished e) => Posts.Update(e.PostId)
        .Set(Status, "published")
        .Set(IsDemonstration, e.IsDemonstration)
        .Set(PublishedOn, e.PublishedOn);
}
