using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.Claims;

/// <summary>
/// One row a claim and one a line. A month of a person is claimed once for each kind, whatever the path: the row of
/// <c>subsidy_months</c> stands from the proposal on, through failed payments, and goes only when the claim is rejected.
/// </summary>
internal sealed class ClaimTable : IProjection
{
    public string Name => "claims";

    public IReadOnlyList<string> Tables => ["claims", "claim_lines", "subsidy_months"];

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

    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ClaimProposed e => [InsertClaim(e.File), .. e.File.Lines.SelectMany(line => InsertLine(e.File.ClaimId, line))],
            ClaimApproved e => [Move(e.ClaimId, "approved")],
            ClaimRejected e => [Move(e.ClaimId, "rejected"), new("DELETE FROM subsidy_months WHERE claim_id = $1", e.ClaimId)],
            PaymentOrdered e => [.. e.Lines.Select(line => MoveLine(e.ClaimId, line, "ordered"))],
            SubsidyPaid e => [MoveLine(e.ClaimId, e.Line, "paid")],
            PaymentFailed e => [MoveLine(e.ClaimId, e.Line, "failed")],
            _ => [],
        };
    }

    private static SqlStatement InsertClaim(ClaimFile file) => new(
        "INSERT INTO claims (claim_id, unit_id, region, month, status, proposed_on) VALUES ($1, $2, $3, $4, 'proposed', $5)",
        file.ClaimId, file.UnitId, file.Region.Value, file.Month.ToString(), file.ProposedOn);

    private static IEnumerable<SqlStatement> InsertLine(Guid claimId, ClaimLine line)
    {
        var isPayable = line.AllChecksPassed();
        yield return new(
            "INSERT INTO claim_lines (claim_id, line, person_id, kind, month, amount, payment) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            claimId, line.Line, line.PersonId, line.Kind, line.Month.ToString(), line.Amount.Amount, isPayable ? "open" : "refused");
        if (isPayable)
        {
            yield return new(
                "INSERT INTO subsidy_months (person_id, month, kind, claim_id) VALUES ($1, $2, $3, $4)",
                line.PersonId, line.Month.ToString(), line.Kind, claimId);
        }
    }

    private static SqlStatement Move(Guid claimId, string status) =>
        new("UPDATE claims SET status = $2 WHERE claim_id = $1", claimId, status);

    private static SqlStatement MoveLine(Guid claimId, int line, string payment) =>
        new("UPDATE claim_lines SET payment = $3 WHERE claim_id = $1 AND line = $2", claimId, line, payment);
}
