using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>One row a host unit. A credit code is registered once, unless the earlier application was rejected.</summary>
internal sealed class HostUnitTable : IProjection
{
    private static readonly Table<Guid> Units = new("host_units", "unit_id");
    private static readonly Column<string> UnitName = new(Units, "name");
    private static readonly Column<string> CreditCode = new(Units, "credit_code");
    private static readonly Column<string> Region = new(Units, "region");
    private static readonly Column<string> Status = new(Units, "status");
    private static readonly Column<DateOnly> SubmittedOn = new(Units, "submitted_on");
    private static readonly Column<DateOnly> ReviewDueOn = new(Units, "review_due_on");

    public string Name => "host_units";

    public IReadOnlyList<Table> Tables => [Units];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS host_units (
            unit_id uuid PRIMARY KEY,
            name text NOT NULL,
            credit_code text NOT NULL,
            region text NOT NULL,
            status text NOT NULL,
            submitted_on date NOT NULL,
            review_due_on date NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS host_units_credit_code_key ON host_units (credit_code) WHERE status <> 'rejected';
        CREATE INDEX IF NOT EXISTS host_units_by_region ON host_units (region text_pattern_ops, unit_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            HostUnitApplied e => [Insert(e.File)],
            HostUnitReturned e => [Units.Update(e.UnitId).Set(Status, "returned")],
            HostUnitResubmitted e => [Resubmit(e)],
            HostUnitApproved e => [Units.Update(e.UnitId).Set(Status, "approved")],
            HostUnitRejected e => [Units.Update(e.UnitId).Set(Status, "rejected")],
            _ => [],
        };
    }

    private static RowChange Insert(HostUnitFile file) => Units.Insert(file.UnitId)
        .Set(UnitName, file.Name)
        .Set(CreditCode, file.CreditCode.Value)
        .Set(Region, file.Region.Value)
        .Set(Status, "submitted")
        .Set(SubmittedOn, file.Review.SubmittedOn)
        .Set(ReviewDueOn, file.Review.DueOn);

    private static RowChange Resubmit(HostUnitResubmitted e) => Units.Update(e.UnitId)
        .Set(Status, "submitted")
        .Set(UnitName, e.Name)
        .Set(SubmittedOn, e.Review.SubmittedOn)
        .Set(ReviewDueOn, e.Review.DueOn);
}
