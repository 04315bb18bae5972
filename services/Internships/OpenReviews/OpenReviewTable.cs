using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.OpenReviews;

/// <summary>One row a review that waits for an answer, whatever it is about. An answer takes the row away, and with it every reminder.</summary>
internal sealed class OpenReviewTable : IProjection
{
    public const string Unit = "host_unit";
    public const string Account = "bank_account";
    public const string OfPost = "post";
    public const string OfChange = "post_change";
    public const string Person = "application";

    private static readonly Table<(string Kind, Guid Subject)> Reviews = new("open_reviews", "kind", "subject_id");
    private static readonly Column<Guid> UnitId = new(Reviews, "unit_id");
    private static readonly Column<string> Region = new(Reviews, "region");
    private static readonly Column<bool> IsPriority = new(Reviews, "is_priority");
    private static readonly Column<DateOnly> SubmittedOn = new(Reviews, "submitted_on");
    private static readonly Column<DateOnly> DueOn = new(Reviews, "due_on");

    public string Name => "open_reviews";

    public IReadOnlyList<Table> Tables => [Reviews];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS open_reviews (
            kind text,
            subject_id uuid,
            unit_id uuid NOT NULL,
            region text NOT NULL,
            is_priority boolean NOT NULL,
            submitted_on date NOT NULL,
            due_on date NOT NULL,
            PRIMARY KEY (kind, subject_id));
        CREATE INDEX IF NOT EXISTS open_reviews_by_due_day ON open_reviews (due_on, subject_id);
        CREATE INDEX IF NOT EXISTS open_reviews_by_region ON open_reviews (region text_pattern_ops, due_on);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            HostUnitApplied e => [Open(Unit, e.File.UnitId, e.File.UnitId, e.File.Region, e.File.Round.Deadline)],
            HostUnitResubmitted e => [Open(Unit, e.File.UnitId, e.File.UnitId, e.File.Region, e.File.Round.Deadline)],
            HostUnitReturned e => [Close(Unit, e.UnitId)],
            HostUnitApproved e => [Close(Unit, e.UnitId)],
            HostUnitRejected e => [Close(Unit, e.UnitId)],
            HostUnitWithdrawn e => [Close(Unit, e.UnitId), Close(Account, e.UnitId)],
            BankAccountProposed e => [Open(Account, e.UnitId, e.UnitId, e.Region, e.Round.Deadline)],
            BankAccountConfirmed e => [Close(Account, e.UnitId)],
            BankAccountRefused e => [Close(Account, e.UnitId)],
            PostSubmitted e => [Open(OfPost, e.Terms.PostId, e.Terms.UnitId, e.Terms.Region, e.Round.Deadline)],
            PostResubmitted e => [Open(OfPost, e.Terms.PostId, e.Terms.UnitId, e.Terms.Region, e.Round.Deadline)],
            PostReturned e => [Close(OfPost, e.PostId)],
            PostPublished e => [Close(OfPost, e.PostId)],
            PostRejected e => [Close(OfPost, e.PostId)],
            PostChangeProposed e => [Open(OfChange, e.Terms.PostId, e.Terms.UnitId, e.Terms.Region, e.Round.Deadline)],
            PostChanged e => [Close(OfChange, e.Terms.PostId)],
            PostChangeRefused e => [Close(OfChange, e.PostId)],
            PostClosed e => [Close(OfPost, e.PostId), Close(OfChange, e.PostId)],
            ApplicationSubmitted e => [Open(Person, e.File.ApplicationId, e.File.UnitId, e.File.Region, e.File.Review, e.File.IsHardship)],
            HardshipKnown e => e.Applications.Select(id => Reviews.Update((Person, id)).Set(IsPriority, e.Categories.Count > 0)),
            ApplicationRefused e => [Close(Person, e.ApplicationId)],
            ApplicationApproved e => [Close(Person, e.ApplicationId)],
            ApplicationRejected e => [Close(Person, e.ApplicationId)],
            ApplicationWithdrawn e => [Close(Person, e.ApplicationId)],
            _ => [],
        };
    }

    private static RowChange Open(string kind, Guid subject, Guid unit, RegionCode region, ReviewDeadline deadline, bool isPriority = false) =>
        Reviews.Insert((kind, subject))
            .Set(UnitId, unit)
            .Set(Region, region.Value)
            .Set(IsPriority, isPriority)
            .Set(SubmittedOn, deadline.SubmittedOn)
            .Set(DueOn, deadline.DueOn);

    private static RowChange Close(string kind, Guid subject) => Reviews.Delete((kind, subject));
}
