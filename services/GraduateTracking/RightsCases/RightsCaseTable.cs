using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.GraduateTracking.RightsCases;

/// <summary>One row a case.</summary>
internal sealed class RightsCaseTable : IProjection
{
    private static readonly Table<Guid> Cases = new("rights_cases", "case_id");
    private static readonly Column<string> Region = new(Cases, "region");
    private static readonly Column<string> Kind = new(Cases, "kind");
    private static readonly Column<string> Party = new(Cases, "party");
    private static readonly Column<DateOnly> OpenedOn = new(Cases, "opened_on");
    private static readonly Column<string> Status = new(Cases, "status");
    private static readonly Column<DateOnly> DueOn = new(Cases, "due_on");
    private static readonly Column<int> GraduatesConcerned = new(Cases, "graduates_concerned");

    public string Name => "rights_cases";

    public IReadOnlyList<Table> Tables => [Cases];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS rights_cases (
            case_id uuid PRIMARY KEY,
            region text NOT NULL,
            kind text NOT NULL,
            party text NOT NULL,
            opened_on date NOT NULL,
            status text NOT NULL,
            due_on date,
            graduates_concerned int NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS rights_cases_by_region ON rights_cases (region, case_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            RightsCaseOpened e =>
            [
                Cases.Insert(e.File.CaseId).Set(Region, e.File.Region.Value).Set(Kind, e.File.Kind).Set(Party, e.File.Party.Value)
                    .Set(OpenedOn, e.File.OpenedOn).Set(Status, "open"),
            ],
            RightsCaseInvestigated e => [Move(e.CaseId, "investigated").Set(GraduatesConcerned, e.GraduatesConcerned)],
            RightsCaseReturned e => [Move(e.CaseId, "open")],
            RightsCaseConcluded { Order: { } order } e => [Move(e.CaseId, "under_order").Set(DueOn, order.DueOn)],
            RightsCaseConcluded e => [Move(e.CaseId, "closed")],
            RectificationReported e => [Move(e.CaseId, "rectified")],
            RectificationRefused e => [Move(e.CaseId, "under_order").Set(DueOn, e.DueOn)],
            RectificationConfirmed e => [Move(e.CaseId, "closed")],
            _ => [],
        };
    }

    private static RowChange Move(Guid caseId, string status) => Cases.Update(caseId).Set(Status, status);
}
