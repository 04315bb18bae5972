using System.Collections.Immutable;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.Reviews;

namespace YouthPlatform.Payments.PayRuns;

/// <summary>Payments that go to the bank together: one person draws the run up, a second approves it, a third hands it to the bank.</summary>
public sealed class PayRun : IDecider<PayRunState, PayRunCommand, PayRunEvent>
{
    /// <summary>Lines that a run holds at most, so that a person can check it and one commit carries it.</summary>
    public const int MostLines = 1000;

    private PayRun()
    {
    }

    /// <inheritdoc />
    public static PayRunState Initial { get; } = new PayRunState.NotProposed();

    /// <summary>Stream of a run.</summary>
    public static string Stream(Guid runId) => $"pay_run-{runId}";

    /// <inheritdoc />
    public static PayRunState Evolve(PayRunState state, PayRunEvent recorded) => (recorded, state) switch
    {
        (PayRunProposed e, _) => new PayRunState.Proposed(e.File),
        (PayRunApproved e, PayRunState.Proposed s) => new PayRunState.Approved(s.File, e.ApprovedBy),
        (PayRunRejected e, { FileOrNull: { } file }) => new PayRunState.Rejected(file, e.Reason),
        (PayRunExecuted e, PayRunState.Approved s) => new PayRunState.Executed(
            s.File,
            e.ExecutedBy,
            e.ExecutedOn,
            e.FileHash,
            s.File.Lines.ToImmutableSortedDictionary(line => line.Line, line => AtExecution(line, e.ExecutedOn)),
            [],
            []),
        (BankResultsRecorded e, PayRunState.Executed s) => s with
        {
            Results = s.Results.SetItems(e.Lines.Select(line => KeyValuePair.Create(line.Line, line))),
            ResultFiles = s.ResultFiles.Add(e.FileHash),
            Problems = s.Problems.AddRange(e.Problems),
        },
        (LineResolved e, PayRunState.Executed s) => s with { Results = s.Results.SetItem(e.Line.Line, e.Line) },
        _ => state,
    };

    /// <inheritdoc />
    public static IReadOnlyList<PayRunEvent> Decide(PayRunCommand command, PayRunState state) => (command, state) switch
    {
        (ProposePayRun c, PayRunState.NotProposed) => [new PayRunProposed(Complete(c.File))],
        (ProposePayRun, _) => throw new RuleViolation("pay_run.already_proposed", "该支付批次已编制。"),
        (_, PayRunState.NotProposed) => throw new RuleViolation("pay_run.not_proposed", "该支付批次尚未编制。"),
        (ApprovePayRun c, PayRunState.Proposed s) => Approve(c, s.File),
        (ApprovePayRun, PayRunState.Approved) => [],
        (RejectPayRun c, PayRunState.Proposed s) => Reject(c, s.File),
        (RejectPayRun c, PayRunState.Approved s) => Reject(c, s.File),
        (RejectPayRun, PayRunState.Rejected) => [],
        (ExecutePayRun c, PayRunState.Approved s) => Execute(c, s),
        (ExecutePayRun, PayRunState.Executed) => [],
        (RecordBankResults c, PayRunState.Executed s) => Record(c, s),
        (ResolveLine c, PayRunState.Executed s) => Resolve(c, s),
        (RecordBankResults or ResolveLine, _) => throw new RuleViolation("pay_run.not_executed", "该支付批次尚未交付银行。"),
        (ExecutePayRun, PayRunState.Proposed) => throw new RuleViolation("pay_run.not_approved", "该支付批次未经审核，不能支付。"),
        (_, PayRunState.Executed) => throw new RuleViolation("pay_run.already_executed", "该支付批次已交付银行。"),
        _ => throw new RuleViolation("pay_run.rejected", "该支付批次已驳回，请重新编制。"),
    };

    private static LineResult AtExecution(PayRunLine line, DateOnly executedOn) =>
        line.ToNet() == Money.Zero ? new(line.Line, LineStatus.Offset, executedOn) : new(line.Line, LineStatus.Sent);

    private static PayRunFile Complete(PayRunFile file)
    {
        if (file is { Lines.Count: 0, Held: { Count: > 0 } held })
        {
            throw new RuleViolation(
                "pay_run.all_held",
                $"待支付的补贴均暂缓支付：{string.Join('；', held.DistinctBy(payee => payee.Reason).Select(payee => $"{payee.PayeeCode} {payee.Reason.Detail}"))}");
        }

        if (file.Lines.Count is 0 or > MostLines)
        {
            throw new RuleViolation("pay_run.lines_out_of_range", $"支付批次应有 1 至 {MostLines} 笔；没有待支付的补贴时无需编制。");
        }

        if (file.Lines.DistinctBy(line => line.EntitlementId).Count() < file.Lines.Count)
        {
            throw new RuleViolation("pay_run.item_twice", "同一补贴在本批次中重复。");
        }

        return file.Lines.All(line => line.Amount > Money.Zero && line.ToNet() >= Money.Zero)
            ? file
            : throw new RuleViolation("pay_run.amount_invalid", "支付金额应大于零，抵扣不得超过支付金额。");
    }

    private static IReadOnlyList<PayRunEvent> Approve(ApprovePayRun command, PayRunFile file)
    {
        FourEyes.Require(command.Actor, file.ProposedBy);
        return [new PayRunApproved(file.RunId, command.Actor, command.Today)];
    }

    private static IReadOnlyList<PayRunEvent> Reject(RejectPayRun command, PayRunFile file)
    {
        FourEyes.Require(command.Actor, file.ProposedBy);
        return [new PayRunRejected(file.RunId, Reasons.Require(command.Reason), command.Actor, command.Today)];
    }

    private static IReadOnlyList<PayRunEvent> Execute(ExecutePayRun command, PayRunState.Approved state)
    {
        FourEyes.Require(command.Actor, [state.File.ProposedBy, state.ApprovedBy, .. state.File.Lines.Select(line => line.GrantedBy)]);
        return [new PayRunExecuted(state.File.RunId, PayFile.Of(state.File).Hash, command.Actor, command.Today)];
    }

    private static IReadOnlyList<PayRunEvent> Record(RecordBankResults command, PayRunState.Executed state)
    {
        if (state.ResultFiles.Contains(command.FileHash))
        {
            return [];
        }

        var (lines, problems) = Reconciliation.Match(state, command.Rows, command.Today);
        return
        [
            new BankResultsRecorded(
                state.File.RunId,
                command.FileHash,
                lines,
                [.. command.Unreadable.Concat(problems).OrderBy(problem => problem.Row)],
                command.Actor,
                command.Today),
        ];
    }

    private static IReadOnlyList<PayRunEvent> Resolve(ResolveLine command, PayRunState.Executed state)
    {
        FourEyes.Require(command.Actor, state.ExecutedBy);
        var reason = Reasons.Require(command.Reason);
        if (state.Results.GetValueOrDefault(command.Line)?.Status != LineStatus.Doubted)
        {
            throw new RuleViolation("pay_run.line_not_in_doubt", $"第 {command.Line} 笔没有待查清的支付结果。");
        }

        if (command.On < state.ExecutedOn || command.On > command.Today)
        {
            throw new RuleViolation("bank_result.date_invalid", "银行结果的日期应在交付银行之后，且不晚于今日。");
        }

        if (command.HasArrived && string.IsNullOrWhiteSpace(command.Reference))
        {
            throw new RuleViolation("bank_result.reference_missing", "请填写银行流水号。");
        }

        var result = command.HasArrived
            ? new LineResult(command.Line, LineStatus.Paid, command.On, command.Reference!.Trim())
            : new LineResult(command.Line, LineStatus.Failed, command.On, Code: "resolved_not_paid");
        return [new LineResolved(state.File.RunId, result, reason, command.Actor, command.Today)];
    }
}
