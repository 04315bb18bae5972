using YouthPlatform.EventStore;

namespace YouthPlatform.Payments.PayRuns;

/// <summary>One row a run and one a line of it.</summary>
public sealed class PayRunTable : IProjection
{
    /// <inheritdoc />
    public string Name => "pay_runs";

    /// <inheritdoc />
    public IReadOnlyList<string> Tables => ["pay_runs", "pay_run_lines"];

    /// <inheritdoc />
    public string Schema =>
        """
        CREATE TABLE IF NOT EXISTS pay_runs (
            run_id uuid PRIMARY KEY,
            scheme text NOT NULL,
            region text NOT NULL,
            status text NOT NULL,
            lines int NOT NULL,
            net numeric(14, 2) NOT NULL,
            problems int NOT NULL,
            proposed_on date NOT NULL,
            executed_on date);
        CREATE INDEX IF NOT EXISTS pay_runs_by_region ON pay_runs (region text_pattern_ops, run_id);
        CREATE TABLE IF NOT EXISTS pay_run_lines (
            run_id uuid NOT NULL,
            line int NOT NULL,
            entitlement_id uuid NOT NULL,
            net numeric(14, 2) NOT NULL,
            status text NOT NULL,
            settled_on date,
            PRIMARY KEY (run_id, line));
        CREATE INDEX IF NOT EXISTS pay_run_lines_by_entitlement ON pay_run_lines (entitlement_id);
        """;

    /// <inheritdoc />
    public IEnumerable<SqlStatement> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PayRunProposed e => [InsertRun(e.File), .. e.File.Lines.Select(line => InsertLine(e.File.RunId, line))],
            PayRunApproved e => [Move(e.RunId, "approved")],
            PayRunRejected e => [Move(e.RunId, "rejected")],
            PayRunExecuted e => [Execute(e)],
            BankResultsRecorded e => [AddProblems(e), .. e.Lines.Select(line => MoveLine(e.RunId, line))],
            LineResolved e => [MoveLine(e.RunId, e.Line)],
            _ => [],
        };
    }

    private static SqlStatement InsertRun(PayRunFile file) => new(
        """
        INSERT INTO pay_runs (run_id, scheme, region, status, lines, net, problems, proposed_on)
        VALUES ($1, $2, $3, 'proposed', $4, $5, 0, $6)
        """,
        file.RunId, file.Scheme, file.Region.Value, file.Lines.Count, file.ToNet().Amount, file.ProposedOn);

    /// <summary>A line of which nothing goes to the bank never waits for it.</summary>
    private static SqlStatement InsertLine(Guid runId, PayRunLine line) => new(
        "INSERT INTO pay_run_lines (run_id, line, entitlement_id, net, status) VALUES ($1, $2, $3, $4, $5)",
        runId, line.Line, line.EntitlementId, line.ToNet().Amount, line.ToNet() > Policy.Money.Zero ? "open" : "offset");

    private static SqlStatement Move(Guid runId, string status) => new("UPDATE pay_runs SET status = $2 WHERE run_id = $1", runId, status);

    private static SqlStatement Execute(PayRunExecuted e) =>
        new("UPDATE pay_runs SET status = 'executed', executed_on = $2 WHERE run_id = $1", e.RunId, e.ExecutedOn);

    private static SqlStatement AddProblems(BankResultsRecorded e) =>
        new("UPDATE pay_runs SET problems = problems + $2 WHERE run_id = $1", e.RunId, e.Problems.Count);

    private static SqlStatement MoveLine(Guid runId, LineResult result) => new(
        "UPDATE pay_run_lines SET status = $3, settled_on = $4 WHERE run_id = $1 AND line = $2",
        runId, result.Line, LineStatuses.NameOf(result.Status), result.On);
}
