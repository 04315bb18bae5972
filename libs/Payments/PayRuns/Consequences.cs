using YouthPlatform.Payments.Entitlements;

namespace YouthPlatform.Payments.PayRuns;

/// <summary>What a step of a run means for the entitlements in it. The run and they change in one commit.</summary>
public static class Consequences
{
    /// <summary>Reference of a payment of which nothing went to the bank.</summary>
    public const string OffsetReference = "offset";

    /// <summary>The commands that follow from an event of a run, in order.</summary>
    public static IEnumerable<(Guid EntitlementId, EntitlementCommand Command)> Of(PayRunFile file, PayRunEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(file);
        return recorded switch
        {
            PayRunProposed => file.Lines.SelectMany(line => Propose(file.RunId, line)),
            PayRunRejected => file.Lines.SelectMany(line => Release(file.RunId, line).Prepend((line.EntitlementId, new WithdrawPayment(file.RunId)))),
            PayRunExecuted e => file.Lines.SelectMany(line => Execute(file.RunId, line, e.ExecutedOn)),
            BankResultsRecorded e => e.Lines.SelectMany(result => Settle(file, result)),
            LineResolved e => Settle(file, e.Line),
            _ => [],
        };
    }

    private static IEnumerable<(Guid EntitlementId, EntitlementCommand Command)> Propose(Guid runId, PayRunLine line)
    {
        yield return (line.EntitlementId, new SchedulePayment(runId, line.Amount, line.Amount - line.ToNet()));
        foreach (var offset in line.Offsets)
        {
            yield return (offset.EntitlementId, new ReserveRecovery(runId, line.EntitlementId, offset.Amount));
        }
    }

    private static IEnumerable<(Guid EntitlementId, EntitlementCommand Command)> Execute(Guid runId, PayRunLine line, DateOnly on)
    {
        yield return (line.EntitlementId, new SendPayment(runId));
        if (line.ToNet() == Policy.Money.Zero)
        {
            foreach (var consequence in Confirm(runId, line, on, OffsetReference))
            {
                yield return consequence;
            }
        }
    }

    private static IEnumerable<(Guid EntitlementId, EntitlementCommand Command)> Settle(PayRunFile file, LineResult result)
    {
        var line = file.Lines[result.Line - 1];
        var code = result.Code ?? "";
        var on = result.On ?? default;
        return result.Status switch
        {
            LineStatus.Paid => Confirm(file.RunId, line, on, result.Reference ?? ""),
            LineStatus.Failed => Release(file.RunId, line).Prepend((line.EntitlementId, new FailPayment(file.RunId, code, on))),
            LineStatus.Doubted => [(line.EntitlementId, new DoubtPayment(file.RunId, code))],
            LineStatus.Returned => [(line.EntitlementId, new ReturnPayment(file.RunId, code, on))],
            _ => [],
        };
    }

    private static IEnumerable<(Guid EntitlementId, EntitlementCommand Command)> Confirm(Guid runId, PayRunLine line, DateOnly on, string reference)
    {
        yield return (line.EntitlementId, new ConfirmPayment(runId, on, reference));
        foreach (var offset in line.Offsets)
        {
            yield return (offset.EntitlementId, new SettleRecovery(runId, line.EntitlementId, on));
        }
    }

    private static IEnumerable<(Guid EntitlementId, EntitlementCommand Command)> Release(Guid runId, PayRunLine line) =>
        line.Offsets.Select(offset => (offset.EntitlementId, (EntitlementCommand)new ReleaseRecovery(runId, line.EntitlementId)));
}
