using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.Projects;

/// <summary>One row a project, and one for everything that two applicants may share; what was once declared stays.</summary>
internal sealed class ProjectTable : IProjection
{
    private static readonly Table<Guid> Projects = new("projects", "project_id");
    private static readonly Column<string> Programme = new(Projects, "programme");
    private static readonly Column<int> Year = new(Projects, "year");
    private static readonly Column<string> Title = new(Projects, "title");
    private static readonly Column<string> Sector = new(Projects, "sector");
    private static readonly Column<string> College = new(Projects, "college");
    private static readonly Column<string> Region = new(Projects, "region");
    private static readonly Column<Guid> LeaderId = new(Projects, "leader_id");
    private static readonly Column<decimal> Amount = new(Projects, "amount");
    private static readonly Column<string> State = new(Projects, "state");
    private static readonly Column<DateOnly> DueOn = new(Projects, "due_on");

    private static readonly Table<(Guid Project, string Kind, string Value)> Links = new("project_links", "project_id", "kind", "value");
    private static readonly Column<string> DeclaredIn = new(Links, "programme");

    public string Name => "projects";

    public IReadOnlyList<Table> Tables => [Projects, Links];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS projects (
            project_id uuid PRIMARY KEY,
            programme text NOT NULL,
            year int NOT NULL,
            title text NOT NULL,
            sector text NOT NULL,
            college text NOT NULL,
            region text NOT NULL,
            leader_id uuid NOT NULL,
            amount numeric(14, 2) NOT NULL,
            state text NOT NULL,
            due_on date);
        CREATE INDEX IF NOT EXISTS projects_by_programme ON projects (programme, year, state, project_id);
        CREATE INDEX IF NOT EXISTS projects_by_leader ON projects (leader_id, project_id);
        CREATE INDEX IF NOT EXISTS projects_by_region ON projects (region text_pattern_ops, project_id);
        CREATE TABLE IF NOT EXISTS project_links (
            project_id uuid NOT NULL,
            kind text NOT NULL,
            value text NOT NULL,
            programme text NOT NULL,
            PRIMARY KEY (project_id, kind, value));
        CREATE INDEX IF NOT EXISTS project_links_by_value ON project_links (kind, value);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ProjectDrafted e => [Insert(e.File)],
            ProjectRevised e => [Describe(Projects.Update(e.ProjectId), e.Content)],
            ProjectSubmitted e => [Move(e.File.ProjectId, "submitted").Set(DueOn, e.Round.Deadline.DueOn), .. LinksOf(e.File)],
            ProjectReturned e => [Move(e.ProjectId, "returned")],
            ProjectAccepted e => [Move(e.ProjectId, "accepted")],
            ProjectRefused e => [Move(e.ProjectId, "refused")],
            ProjectWithdrawn e => [Move(e.ProjectId, "withdrawn")],
            ProjectGranted e => [Move(e.ProjectId, "granted")],
            ProjectNotSelected e => [Move(e.ProjectId, "not_selected")],
            _ => [],
        };
    }

    private static RowChange Insert(ProjectFile file) => Describe(Projects.Insert(file.ProjectId), file.Content)
        .Set(Programme, file.Call.Programme)
        .Set(Year, file.Call.Year)
        .Set(Region, file.Region.Value)
        .Set(State, "draft");

    private static RowChange Describe(RowChange row, ProjectContent content) => row
        .Set(Title, content.Title)
        .Set(Sector, content.Sector)
        .Set(College, content.College)
        .Set(LeaderId, content.Leader.PersonId)
        .Set(Amount, content.Amount.Amount);

    private static RowChange Move(Guid projectId, string state) => Projects.Update(projectId).Set(State, state);

    private static IEnumerable<Change> LinksOf(ProjectFile file)
    {
        var content = file.Content;
        IEnumerable<(string Kind, string Value)> links =
        [
            .. content.Team().Select(member => ("person", member.PersonId.ToString())),
            .. content.Links.Select(link => (link.Kind, link.Hash)),
        ];
        return links.Concat(content.FirmCode is { } firm ? [("firm", firm)] : []).Distinct()
            .Select(link => Links.Upsert((file.ProjectId, link.Kind, link.Value)).Set(DeclaredIn, file.Call.Programme));
    }
}
