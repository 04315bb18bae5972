using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Placements;

/// <summary>One row a placement. A person is in one placement at a time.</summary>
internal sealed class PlacementTable : IProjection
{
    public string Name => "placements";

    public IReadOnlyList<string> Tables => ["placements"];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS placements (
            placement_id uuid PRIMARY KEY,
            application_id uuid NOT NULL,
            person_id uuid NOT NULL,
            unit_id uuid NOT NULL,
            post_id uuid NOT NULL,
            region text NOT NULL,
            status text NOT NULL,
            starts_on date NOT NULL,
            ends_on date NOT NULL,
            ended_on date);
        CREATE UNIQUE INDEX IF NOT EXISTS placements_person_key ON placements (person_id) WHERE status IN ('arranged', 'running');
        CREATE INDEX IF NOT EXISTS placements_by_region ON placements (region text_pattern_ops, placement_id);
        CREATE INDEX IF NOT EXISTS placements_by_unit ON placements (unit_id, placement_id);
        """;

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PlacementArranged e => [Insert(e.Agreement)],
            InternshipStarted e => [Move(e.PlacementId, "running")],
            InternshipCompleted e => [End(e.PlacementId, "completed", e.EndedOn)],
            InternshipEndedEarly e => [End(e.PlacementId, "ended_early", e.EndedOn)],
            PlacementCancelled e => [Move(e.PlacementId, "cancelled")],
            _ => [],
        };
    }

    private static SqlStatement Insert(PlacementAgreement agreement) => new(
        """
        INSERT INTO placements (placement_id, application_id, person_id, unit_id, post_id, region, status, starts_on, ends_on)
        VALUES ($1, $2, $3, $4, $5, $6, 'arranged', $7, $8)
        """,
        agreement.PlacementId,
        agreement.ApplicationId,
        agreement.PersonId,
        agreement.UnitId,
        agreement.PostId,
        agreement.Region.Value,
        agreement.StartsOn,
        agreement.EndsOn);

    private static SqlStatement Move(Guid placementId, string status) =>
        new("UPDATE placements SET status = $2 WHERE placement_id = $1", placementId, status);

    private static SqlStatement End(Guid placementId, string status, DateOnly endedOn) =>
        new("UPDATE placements SET status = $2, ended_on = $3 WHERE placement_id = $1", placementId, status, endedOn);
}
