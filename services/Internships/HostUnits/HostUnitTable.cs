using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.HostUnits;

/// <summary>One row a host unit. A credit code is registered once, unless the earlier application was rejected or withdrawn.</summary>
internal sealed class HostUnitTable : IProjection
{
    private static readonly Table<Guid> Units = new("host_units", "unit_id");
    private static readonly Column<string> UnitName = new(Units, "name");
    private static readonly Column<string> CreditCode = new(Units, "credit_code");
    private static readonly Column<string> Region = new(Units, "region");
    private static readonly Column<string> Status = new(Units, "status");
    private static readonly Column<DateOnly> SubmittedOn = new(Units, "submitted_on");
    private static readonly Column<DateOnly> ReviewDueOn = new(Units, "review_due_on");
    private static readonly Column<DateOnly> SuspendedFrom = new(Units, "suspended_from");
    private static readonly Column<string> AccountNumber = new(Units, "account_number");
    private static readonly Column<bool> MayBePaid = new(Units, "may_be_paid");

    private static readonly Table<(Guid Unit, string Honour)> Honours = new("host_unit_honours", "unit_id", "honour");
    private static readonly Column<DateOnly> GrantedFrom = new(Honours, "granted_from");

    public string Name => "host_units";

    public IReadOnlyList<Table> Tables => [Units, Honours];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS host_units (
            unit_id uuid PRIMARY KEY,
            name text NOT NULL,
            credit_code text NOT NULL,
            region text NOT NULL,
            status text NOT NULL,
            submitted_on date NOT NULL,
            review_due_on date NOT NULL,
            suspended_from date,
            account_number text,
            may_be_paid bool NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS host_units_credit_code_key ON host_units (credit_code) WHERE status NOT IN ('rejected', 'withdrawn');
        CREATE INDEX IF NOT EXISTS host_units_by_region ON host_units (region text_pattern_ops, unit_id);
        CREATE INDEX IF NOT EXISTS host_units_by_account ON host_units (account_number);
        CREATE TABLE IF NOT EXISTS host_unit_honours (
            unit_id uuid,
            honour text,
            granted_from date NOT NULL,
            PRIMARY KEY (unit_id, honour));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            HostUnitApplied e => [Submit(Units.Insert(e.File.UnitId), e.File).Set(CreditCode, e.File.CreditCode.Value).Set(Region, e.File.Region.Value).Set(MayBePaid, false)],
            HostUnitReturned e => [Units.Update(e.UnitId).Set(Status, "returned")],
            HostUnitResubmitted e => [Submit(Units.Update(e.File.UnitId), e.File)],
            HostUnitApproved e => [Units.Update(e.UnitId).Set(Status, "approved").Set(AccountNumber, e.Account?.Number)],
            HostUnitRejected e => [Units.Update(e.UnitId).Set(Status, "rejected")],
            HostUnitWithdrawn e => [Units.Update(e.UnitId).Set(Status, "withdrawn").Set(SuspendedFrom, null)],
            FinalPaymentAllowed e => [Units.Update(e.UnitId).Set(MayBePaid, true)],
            HostUnitSuspended e => [Units.Update(e.UnitId).Set(SuspendedFrom, e.From)],
            HostUnitSuspensionLifted e => [Units.Update(e.UnitId).Set(SuspendedFrom, null)],
            HostUnitHonoured e => [Honours.Insert((e.UnitId, e.Honour)).Set(GrantedFrom, e.From)],
            HostUnitHonourRevoked e => [Honours.Delete((e.UnitId, e.Honour))],
            BankAccountConfirmed e => [Units.Update(e.UnitId).Set(AccountNumber, e.Account.Number)],
            _ => [],
        };
    }

    private static RowChange Submit(RowChange row, HostUnitFile file) => row
        .Set(UnitName, file.Name)
        .Set(Status, "submitted")
        .Set(SubmittedOn, file.Round.Deadline.SubmittedOn)
        .Set(ReviewDueOn, file.Round.Deadline.DueOn);
}
