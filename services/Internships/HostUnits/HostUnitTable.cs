using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>One row a host unit. A credit code is registered once, unless the earlier application was rejected.</summary>
internal sealed class HostUnitTable : IProjection
{
    public string Name => "host_units";

    public IReadOnlyList<string> Tables => ["host_units"];

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

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            HostUnitApplied e => [Insert(e.File)],
            HostUnitReturned e => [Move(e.UnitId, "returned")],
            HostUnitResubmitted e => [Resubmit(e)],
            HostUnitApproved e => [Move(e.UnitId, "approved")],
            HostUnitRejected e => [Move(e.UnitId, "rejected")],
            _ => [],
        };
    }

    private static SqlStatement Insert(HostUnitFile file) => new(
        """
        INSERT INTO host_units (unit_id, name, credit_code, region, status, submitted_on, review_due_on)
        VALUES ($1, $2, $3, $4, 'submitted', $5, $6)
        """,
        file.UnitId, file.Name, file.CreditCode.Value, file.Region.Value, file.Review.SubmittedOn, file.Review.DueOn);

    private static SqlStatement Resubmit(HostUnitResubmitted e) => new(
        "UPDATE host_units SET status = 'submitted', name = $2, submitted_on = $3, review_due_on = $4 WHERE unit_id = $1",
        e.UnitId, e.Name, e.Review.SubmittedOn, e.Review.DueOn);

    private static SqlStatement Move(Guid unitId, string status) =>
        new("UPDATE host_units SET status = $2 WHERE unit_id = $1", unitId, status);
}
