using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Applications;

/// <summary>One row an application. A person has one standing application for a post.</summary>
internal sealed class ApplicationTable : IProjection
{
    public string Name => "applications";

    public IReadOnlyList<string> Tables => ["applications"];

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
            review_due_on date NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS applications_person_post_key ON applications (person_id, post_id)
            WHERE status IN ('submitted', 'approved', 'placed');
        CREATE INDEX IF NOT EXISTS applications_by_region ON applications (region text_pattern_ops, application_id);
        CREATE INDEX IF NOT EXISTS applications_by_unit ON applications (unit_id, application_id);
        """;

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ApplicationSubmitted e => [Insert(e.File)],
            ApplicationRefused e => [Move(e.ApplicationId, "refused")],
            ApplicationApproved e => [Move(e.ApplicationId, "approved")],
            ApplicationRejected e => [Move(e.ApplicationId, "rejected")],
            ApplicationPlaced e => [Move(e.ApplicationId, "placed")],
            ApplicationReopened e => [Move(e.ApplicationId, "approved")],
            _ => [],
        };
    }

    private static SqlStatement Insert(ApplicationFile file) => new(
        """
        INSERT INTO applications (application_id, person_id, post_id, unit_id, region, status, is_hardship, submitted_on, review_due_on)
        VALUES ($1, $2, $3, $4, $5, 'submitted', $6, $7, $8)
        """,
        file.ApplicationId,
        file.PersonId,
        file.PostId,
        file.UnitId,
        file.Region.Value,
        file.IsHardship,
        file.Review.SubmittedOn,
        file.Review.DueOn);

    private static SqlStatement Move(Guid applicationId, string status) =>
        new("UPDATE applications SET status = $2 WHERE application_id = $1", applicationId, status);
}
