using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Internships.Claims;

/// <summary>
/// One row a claim and one a line. A month of a person is claimed once for each kind, whatever the path: the row of
/// <c>subsidy_months</c> stands from the proposal on, through failed payments, and goes only when the claim is rejected.
/// </summary>
internal sealed class ClaimTable : IProjection
{
    private static readonly Table<Guid> Claims = new("claims", "claim_id");
    private static readonly Column<Guid> UnitId = new(Claims, "unit_id");
    private static readonly Column<string> Region = new(Claims, "region");
    private static readonly Column<string> Month = new(Claims, "month");
    private static readonly Column<string> Status = new(Claims, "status");
    private static readonly Column<DateOnly> ProposedOn = new(Claims, "proposed_on");

    private static readonly Table<(Guid Claim, int Line)> Lines = new("claim_lines", "claim_id", "line");
    private static readonly Column<Guid> PersonId = new(Lines, "person_id");
    private static readonly Column<string> Kind = new(Lines, "kind");
    private static readonly Column<string> LineMonth = new(Lines, "month");
    private static readonly Column<decimal> Amount = new(Lines, "amount");
    private static readonly Column<string> Payment = new(Lines, "payment");

    private static readonly Table<(Guid Person, string Month, string Kind)> Months = new("subsidy_months", "person_id", "month", "kind");
    private static readonly Column<Guid> ClaimedBy = new(Months, "claim_id");

    public string Name => "claims";

    public IReadOnlyList<Table> Tables => [Claims, Lines, Months];

    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS claims (
            claim_id uuid PRIMARY KEY,
            unit_id uuid NOT NULL,
            region text NOT NULL,
            month text NOT NULL,
            status text NOT NULL,
            proposed_on date NOT NULL);
        CREATE INDEX IF NOT EXISTS claims_by_region ON claims (region text_pattern_ops, claim_id);
        CREATE INDEX IF NOT EXISTS claims_by_unit ON claims (unit_id, claim_id);
        CREATE TABLE IF NOT EXISTS claim_lines (
            claim_id uuid NOT NULL,
            line int NOT NULL,
            person_id uuid NOT NULL,
            kind text NOT NULL,
            month text NOT NULL,
            amount numeric(14, 2) NOT NULL,
            payment text NOT NULL,
            PRIMARY KEY (claim_id, line));
        CREATE TABLE IF NOT EXISTS subsidy_months (
            person_id uuid NOT NULL,
            month text NOT NULL,
            kind text NOT NULL,
            claim_id uuid NOT NULL,
            CONSTRAINT subsidy_months_once PRIMARY KEY (person_id, month, kind));
        CREATE INDEX IF NOT EXISTS subsidy_months_by_claim ON subsidy_months (claim_id);
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ClaimProposed e => [Insert(e.File), .. e.File.Lines.SelectMany(line => Insert(e.File.ClaimId, line))],
            ClaimApproved e => [Claims.Update(e.ClaimId).Set(Status, "approved")],
            ClaimRejected e => [Claims.Update(e.ClaimId).Set(Status, "rejected"), FreeMonths(e.ClaimId)],
            PaymentOrdered e => e.Lines.Select(line => Move(e.ClaimId, line, "ordered")),
            SubsidyPaid e => [Move(e.ClaimId, e.Line, "paid")],
            PaymentFailed e => [Move(e.ClaimId, e.Line, "failed")],
            _ => [],
        };
    }

    private static RowChange Insert(ClaimFile file) => Claims.Insert(file.ClaimId)
        .Set(UnitId, file.UnitId)
        .Set(Region, file.Region.Value)
        .Set(Month, file.Month.ToString())
        .Set(Status, "proposed")
        .Set(ProposedOn, file.ProposedOn);

    private static IEnumerable<Change> Insert(Guid claimId, ClaimLine line)
    {
        var isPayable = line.AllChecksPassed();
        yield return Lines.Insert((claimId, line.Line))
            .Set(PersonId, line.PersonId)
            .Set(Kind, line.Kind)
            .Set(LineMonth, line.Month.ToString())
            .Set(Amount, line.Amount.Amount)
            .Set(Payment, isPayable ? "open" : "refused");
        if (isPayable)
        {
            yield return Months.Insert((line.PersonId, line.Month.ToString(), line.Kind)).Set(ClaimedBy, claimId);
        }
    }

    private static RowChange Move(Guid claimId, int line, string payment) => Lines.Update((claimId, line)).Set(Payment, payment);

    // The event does not say which months its claim was for.
    private static SqlStatement FreeMonths(Guid claimId) => new("DELETE FROM subsidy_months WHERE claim_id = $1", claimId);
}
