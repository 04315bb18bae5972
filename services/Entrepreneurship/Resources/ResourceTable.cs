using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Entrepreneurship.Resources;

/// <summary>One row a resource, and one a project that it was proposed to or serves.</summary>
internal sealed class ResourceTable : IProjection
{
    private static readonly Table<Guid> Resources = new("resources", "resource_id");
    private static readonly Column<string> Kind = new(Resources, "kind");
    private static readonly Column<string> Title = new(Resources, "title");
    private static readonly Column<string> Owner = new(Resources, "owner_code");
    private static readonly Column<string> Region = new(Resources, "region");
    private static readonly Column<string> Sectors = new(Resources, "sectors");
    private static readonly Column<int> Capacity = new(Resources, "capacity");
    private static readonly Column<int> Taken = new(Resources, "taken");
    private static readonly Column<DateOnly> Until = new(Resources, "until");
    private static readonly Column<string> State = new(Resources, "state");

    private static readonly Table<(Guid Resource, Guid Project)> Matches = new("resource_matches", "resource_id", "project_id");
    private static readonly Column<string> MatchState = new(Matches, "state");
    private static readonly Column<DateOnly> Since = new(Matches, "since");

    public string Name => "resources";

    public IReadOnlyList<Table> Tables => [Resources, Matches];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS resources (
            resource_id uuid PRIMARY KEY,
            kind text NOT NULL,
            title text NOT NULL,
            owner_code text NOT NULL,
            region text NOT NULL,
            sectors text NOT NULL,
            capacity int NOT NULL,
            taken int NOT NULL,
            until date NOT NULL,
            state text NOT NULL);
        CREATE INDEX IF NOT EXISTS resources_by_region ON resources (state, region text_pattern_ops, resource_id);
        CREATE TABLE IF NOT EXISTS resource_matches (
            resource_id uuid NOT NULL,
            project_id uuid NOT NULL,
            state text NOT NULL,
            since date NOT NULL,
            PRIMARY KEY (resource_id, project_id));
        CREATE INDEX IF NOT EXISTS resource_matches_by_project ON resource_matches (project_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ResourceOffered { File: var file } =>
            [
                Resources.Insert(file.ResourceId).Set(Kind, file.Kind).Set(Title, file.Title).Set(Owner, file.OwnerCode).Set(Region, file.Region.Value)
                    .Set(Sectors, string.Join(' ', file.Sectors)).Set(Capacity, file.Capacity).Set(Taken, 0).Set(Until, file.Until).Set(State, "offered"),
            ],
            ResourceProposed e =>
            [
                Resources.Update(e.ResourceId).Add(Taken, 1),
                Matches.Upsert((e.ResourceId, e.ProjectId)).Set(MatchState, "proposed").Set(Since, e.ProposedOn),
            ],
            ResourceAccepted e => [Matches.Update((e.ResourceId, e.ProjectId)).Set(MatchState, "accepted").Set(Since, e.AcceptedOn)],
            ResourceEnded e =>
            [
                Resources.Update(e.ResourceId).Add(Taken, -1),
                Matches.Update((e.ResourceId, e.ProjectId)).Set(MatchState, e.WasAccepted ? "ended" : "declined").Set(Since, e.EndedOn),
            ],
            ResourceWithdrawn e => [Resources.Update(e.ResourceId).Set(State, "withdrawn")],
            _ => [],
        };
    }
}
