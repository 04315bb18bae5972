using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Claims;

/// <summary>
/// One row a claim and one a line. A month of a person is claimed once for each kind, whatever the path: the row of
/// <c>subsidy_months</c> stands from the proposal on and goes only when the claim, or its line, is not granted, or all of it was clawed back.
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
    private static readonly Column<bool> Granted = new(Lines, "granted");

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
            granted bool NOT NULL,
            PRIMARY KEY (claim_id, line));
        CREATE TABLE IF NOT EXISTS subsidy_months (
            person_id uuid NOT NULL,
            month text NOT NULL,
            kind text NOT NULL,
            claim_id uuid NOT NULL,
            CONSTRAINT subsidy_months_once PRIMARY KEY (person_id, month, kind));
        """;

    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            ClaimProposed e => [Insert(e.File), .. e.File.Lines.SelectMany(line => Insert(e.File.ClaimId, line))],
            CheckOverrideConfirmed { NowHeld: { } key } e => [Hold(e.ClaimId, key)],
            ClaimApproved e => [Move(e.ClaimId, "approved"), .. e.Granted.Select(line => Grant(e.ClaimId, line)), .. e.Freed.Select(Free)],
            ClaimRejected e => [Move(e.ClaimId, "rejected"), .. e.Freed.Select(Free)],
            EntitlementVoided { File.Key: { Scheme: ClaimGrants.Scheme } key } =>
                [Free(new(key.Subject, YearMonth.Parse(key.Period), key.Kind))],
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
        yield return Lines.Insert((claimId, line.Line))
            .Set(PersonId, line.PersonId)
            .Set(Kind, line.Kind)
            .Set(LineMonth, line.Month.ToString())
            .Set(Amount, line.Amount.Amount)
            .Set(Granted, false);
        if (line.AllChecksPassed())
        {
            yield return Hold(claimId, line.ToKey());
        }
    }

    private static RowChange Move(Guid claimId, string status) => Claims.Update(claimId).Set(Status, status);

    private static RowChange Grant(Guid claimId, int line) => Lines.Update((claimId, line)).Set(Granted, true);

    private static RowChange Hold(Guid claimId, SubsidyMonthKey key) => Months.Insert(KeyOf(key)).Set(ClaimedBy, claimId);

    private static RowChange Free(SubsidyMonthKey key) => Months.Delete(KeyOf(key));

    private static (Guid Person, string Month, string Kind) KeyOf(SubsidyMonthKey key) => (key.PersonId, key.Month.ToString(), key.Kind);
}
