using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.Payments.PayRuns;

/// <summary>One row a run and one a line of it.</summary>
public sealed class PayRunTable : IProjection
{
    private static readonly Table<Guid> Runs = new("pay_runs", "run_id");
    private static readonly Column<string> Scheme = new(Runs, "scheme");
    private static readonly Column<string> Region = new(Runs, "region");
    private static readonly Column<string> Status = new(Runs, "status");
    private static readonly Column<int> LineCount = new(Runs, "lines");
    private static readonly Column<decimal> Net = new(Runs, "net");
    private static readonly Column<int> Problems = new(Runs, "problems");
    private static readonly Column<DateOnly> ProposedOn = new(Runs, "proposed_on");
    private static readonly Column<DateOnly> ExecutedOn = new(Runs, "executed_on");

    private static readonly Table<(Guid Run, int Line)> Lines = new("pay_run_lines", "run_id", "line");
    private static readonly Column<Guid> EntitlementId = new(Lines, "entitlement_id");
    private static readonly Column<decimal> LineNet = new(Lines, "net");
    private static readonly Column<string> LineStatus = new(Lines, "status");
    private static readonly Column<DateOnly> SettledOn = new(Lines, "settled_on");

    /// <inheritdoc />
    public string Name => "pay_runs";

    /// <inheritdoc />
    public IReadOnlyList<Table> Tables => [Runs, Lines];

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
    public IEnumerable<Change> Project(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Data switch
        {
            PayRunProposed e => [Insert(e.File), .. e.File.Lines.Select(line => Insert(e.File.RunId, line))],
            PayRunApproved e => [Move(e.RunId, "approved")],
            PayRunRejected e => [Move(e.RunId, "rejected")],
            PayRunExecuted e => [Move(e.RunId, "executed").Set(ExecutedOn, e.ExecutedOn)],
            BankResultsRecorded e => [Runs.Update(e.RunId).Add(Problems, e.Problems.Count), .. e.Lines.Select(line => Move(e.RunId, line))],
            LineResolved e => [Move(e.RunId, e.Line)],
            _ => [],
        };
    }

    private static RowChange Insert(PayRunFile file) => Runs.Insert(file.RunId)
        .Set(Scheme, file.Scheme)
        .Set(Region, file.Region.Value)
        .Set(Status, "proposed")
        .Set(LineCount, file.Lines.Count)
        .Set(Net, file.ToNet().Amount)
        .Set(Problems, 0)
        .Set(ProposedOn, file.ProposedOn);

    /// <summary>A line of which nothing goes to the bank never waits for it.</summary>
    private static RowChange Insert(Guid runId, PayRunLine line) => Lines.Insert((runId, line.Line))
        .Set(EntitlementId, line.EntitlementId)
        .Set(LineNet, line.ToNet().Amount)
        .Set(LineStatus, line.ToNet() > Policy.Money.Zero ? "open" : "offset");

    private static RowChange Move(Guid runId, string status) => Runs.Update(runId).Set(Status, status);

    private static RowChange Move(Guid runId, LineResult result) => Lines.Update((runId, result.Line))
        .Set(LineStatus, LineStatuses.NameOf(result.Status))
        .Set(SettledOn, result.On);
}
