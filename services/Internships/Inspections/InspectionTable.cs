using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.Inspections;

/// <summary>One row an inspection.</summary>
internal sealed class InspectionTable : IProjection
{
    private static readonly Table<Guid> Inspections = new("inspections", "inspection_id");
    private static readonly Column<Guid> DrawId = new(Inspections, "draw_id");
    private static readonly Column<string> Region = new(Inspections, "region");
    private static readonly Column<Guid> UnitId = new(Inspections, "unit_id");
    private static readonly Column<Guid> PlacementId = new(Inspections, "placement_id");
    private static readonly Column<string> Status = new(Inspections, "status");
    private static readonly Column<DateOnly> OpenedOn = new(Inspections, "opened_on");
    private static readonly Column<DateOnly> ReplyDueOn = new(Inspections, "reply_due_on");

    public string Name => "inspections";

    public IReadOnlyList<Table> Tables => [Inspections];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS inspections (
            inspection_id uuid PRIMARY KEY,
            draw_id uuid NOT NULL,
            region text NOT NULL,
            unit_id uuid NOT NULL,
            placement_id uuid NOT NULL,
            status text NOT NULL,
            opened_on date NOT NULL,
            reply_due_on date);
        CREATE INDEX IF NOT EXISTS inspections_by_region ON inspections (region text_pattern_ops, inspection_id);
        CREATE INDEX IF NOT EXISTS inspections_by_unit ON inspections (unit_id, inspection_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            InspectionOpened e => [Insert(e)],
            FindingsRecorded e => [Inspections.Update(e.InspectionId).Set(Status, "found").Set(ReplyDueOn, e.ReplyDueOn)],
            FindingsReplied e => [Inspections.Update(e.InspectionId).Set(Status, "replied")],
            InspectionConcluded e => [Inspections.Update(e.InspectionId).Set(Status, InspectionView.NameOf(e.Outcome))],
            _ => [],
        };
    }

    private static RowChange Insert(InspectionOpened e) => Inspections.Insert(e.File.InspectionId)
        .Set(DrawId, e.File.DrawId)
        .Set(Region, e.File.Region.Value)
        .Set(UnitId, e.File.UnitId)
        .Set(PlacementId, e.File.PlacementId)
        .Set(Status, "open")
        .Set(OpenedOn, e.OpenedOn);
}
