using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>One row a project, as lists and single reads show it.</summary>
internal sealed class ProjectTable : IProjection
{
    private static readonly Table<Guid> Projects = new("projects", "project_id");
    private static readonly Column<string> Programme = new(Projects, "programme");
    private static readonly Column<string> Title = new(Projects, "title");
    private static readonly Column<string> Sector = new(Projects, "sector");
    private static readonly Column<string> Region = new(Projects, "region");
    private static readonly Column<Guid> LeaderId = new(Projects, "leader_id");
    private static readonly Column<string> State = new(Projects, "state");
    private static readonly Column<decimal> Amount = new(Projects, "amount");
    private static readonly Column<Guid> PaymentId = new(Projects, "payment_id");
    private static readonly Column<long> Version = new(Projects, "version");

    public string Name => "projects";

    public IReadOnlyList<Table> Tables => [Projects];

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

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var change = recorded.Data switch
        {
            ProjectRecommended e => Insert(e),
            ProjectSelected e => Move(e.ProjectId, "selected"),
            ProjectDeclined e => Move(e.ProjectId, "declined"),
            GrantProposed e => Move(e.ProjectId, "proposed").Set(Amount, e.Amount.Amount),
            GrantApproved e => Move(e.ProjectId, "granted").Set(Amount, e.Amount.Amount),
            GrantPaymentOrdered e => Move(e.ProjectId, "ordered").Set(PaymentId, e.PaymentId),
            GrantPaid e => Move(e.ProjectId, "paid"),
            GrantPaymentFailed e => Move(e.ProjectId, "granted"),
            _ => null,
        };
        return change is null ? [] : [change.Set(Version, recorded.Version)];
    }

    private static RowChange Insert(ProjectRecommended e) => Projects.Insert(e.ProjectId)
        .Set(Programme, e.Programme)
        .Set(Title, e.Title)
        .Set(Sector, e.Sector)
        .Set(Region, e.Region.ToString())
        .Set(LeaderId, e.LeaderId)
        .Set(State, "recommended");

    private static RowChange Move(Guid projectId, string state) => Projects.Update(projectId).Set(State, state);
}
