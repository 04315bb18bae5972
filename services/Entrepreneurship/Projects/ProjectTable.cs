using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>One row a project, as lists and single reads show it.</summary>
internal sealed class ProjectTable : IProjection
{
    public string Name => "projects";

    public IReadOnlyList<string> Tables => ["projects"];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS projects (
            project_id uuid PRIMARY KEY,
            programme text NOT NULL,
            title text NOT NULL,
            sector text NOT NULL,
            region text NOT NULL,
            leader_id uuid NOT NULL,
            state text NOT NULL,
            amount numeric(14, 2),
            payment_id uuid,
            version bigint NOT NULL);
        CREATE INDEX IF NOT EXISTS projects_by_programme ON projects (programme, state, project_id);
        """;

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ProjectRecommended e => [Insert(e, recorded.Version)],
            ProjectSelected e => [Move(e.ProjectId, "selected", recorded.Version)],
            ProjectDeclined e => [Move(e.ProjectId, "declined", recorded.Version)],
            GrantProposed e => [MoveAndSet(e.ProjectId, "proposed", e.Amount, recorded.Version)],
            GrantApproved e => [MoveAndSet(e.ProjectId, "granted", e.Amount, recorded.Version)],
            GrantPaymentOrdered e => [Order(e, recorded.Version)],
            GrantPaid e => [Move(e.ProjectId, "paid", recorded.Version)],
            GrantPaymentFailed e => [Move(e.ProjectId, "granted", recorded.Version)],
            _ => [],
        };
    }

    private static SqlStatement Insert(ProjectRecommended e, long version) => new(
        """
        INSERT INTO projects (project_id, programme, title, sector, region, leader_id, state, version)
        VALUES ($1, $2, $3, $4, $5, $6, 'recommended', $7)
        """,
        e.ProjectId, e.Programme, e.Title, e.Sector, e.Region.ToString(), e.LeaderId, version);

    private static SqlStatement Move(Guid projectId, string state, long version) => new(
        "UPDATE projects SET state = $2, version = $3 WHERE project_id = $1", projectId, state, version);

    private static SqlStatement MoveAndSet(Guid projectId, string state, Money amount, long version) => new(
        "UPDATE projects SET state = $2, amount = $3, version = $4 WHERE project_id = $1", projectId, state, amount.Amount, version);

    private static SqlStatement Order(GrantPaymentOrdered e, long version) => new(
        "UPDATE projects SET state = 'ordered', payment_id = $2, version = $3 WHERE project_id = $1", e.ProjectId, e.PaymentId, version);
}
