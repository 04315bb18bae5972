using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Internships.People;

namespace YouthPlatform.Internships.Applications;

/// <summary>One row an application. A person has one standing application for a post.</summary>
internal sealed class ApplicationTable : IProjection
{
    private static readonly Table<Guid> Applications = new("applications", "application_id");
    private static readonly Column<Guid> PersonId = new(Applications, "person_id");
    private static readonly Column<Guid> PostId = new(Applications, "post_id");
    private static readonly Column<Guid> UnitId = new(Applications, "unit_id");
    private static readonly Column<string> Region = new(Applications, "region");
    private static readonly Column<string> Status = new(Applications, "status");
    private static readonly Column<bool> IsHardship = new(Applications, "is_hardship");
    private static readonly Column<DateOnly> SubmittedOn = new(Applications, "submitted_on");
    private static readonly Column<DateOnly> ReviewDueOn = new(Applications, "review_due_on");
    private static readonly Column<DateOnly> ApprovedOn = new(Applications, "approved_on");
    private static readonly Column<DateOnly> AnsweredOn = new(Applications, "answered_on");

    public string Name => "applications";

    public IReadOnlyList<Table> Tables => [Applications];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS applications (
            application_id uuid PRIMARY KEY,
            person_id uuid NOT NULL,
            post_id uuid NOT NULL,
            unit_id uuid NOT NULL,
            region text NOT NULL,
            status text NOT NULL,
            is_hardship boolean NOT NULL,
            submitted_on date NOT NULL,
            review_due_on date NOT NULL,
            approved_on date,
            answered_on date);
        CREATE UNIQUE INDEX IF NOT EXISTS applications_person_post_key ON applications (person_id, post_id)
            WHERE status IN ('submitted', 'approved', 'invited', 'offered', 'accepted', 'placed');
        CREATE INDEX IF NOT EXISTS applications_by_region ON applications (region text_pattern_ops, application_id);
        CREATE INDEX IF NOT EXISTS applications_by_unit ON applications (unit_id, application_id);
        CREATE INDEX IF NOT EXISTS applications_by_post ON applications (post_id, is_hardship DESC, application_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ApplicationSubmitted e => [Insert(e.File)],
            ApplicationRefused e => [Move(e.ApplicationId, "refused")],
            ApplicationApproved e => [Move(e.ApplicationId, "approved").Set(ApprovedOn, e.ApprovedOn)],
            ApplicationRejected e => [Move(e.ApplicationId, "rejected")],
            ApplicantInvited e => [Answer(e.ApplicationId, "invited", e.InvitedOn)],
            OfferMade e => [Answer(e.ApplicationId, "offered", e.OfferedOn)],
            OfferAccepted e => [Move(e.ApplicationId, "accepted")],
            ApplicantTurnedDown e => [Answer(e.ApplicationId, "turned_down", e.TurnedDownOn)],
            ApplicationWithdrawn e => [Move(e.ApplicationId, "withdrawn")],
            ApplicationPlaced e => [Move(e.ApplicationId, "placed")],
            HardshipKnown e => e.Applications.Select(id => Applications.Update(id).Set(IsHardship, e.Categories.Count > 0)),
            ApplicationReopened e => [Move(e.ApplicationId, "approved")],
            _ => [],
        };
    }

    private static RowChange Insert(ApplicationFile file) => Applications.Insert(file.ApplicationId)
        .Set(PersonId, file.PersonId)
        .Set(PostId, file.PostId)
        .Set(UnitId, file.UnitId)
        .Set(Region, file.Region.Value)
        .Set(Status, "submitted")
        .Set(IsHardship, file.IsHardship)
        .Set(SubmittedOn, file.Review.SubmittedOn)
        .Set(ReviewDueOn, file.Review.DueOn);

    private static RowChange Move(Guid applicationId, string status) => Applications.Update(applicationId).Set(Status, status);

    private static RowChange Answer(Guid applicationId, string status, DateOnly on) => Move(applicationId, status).Set(AnsweredOn, on);
}
