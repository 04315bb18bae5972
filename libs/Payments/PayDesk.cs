using YouthPlatform.EventStore;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.Payees;
using YouthPlatform.Payments.PayRuns;

namespace YouthPlatform.Payments;

/// <summary>Carries a step of a run to the entitlements in it, so that the run and they commit together or not at all.</summary>
/// <param name="store">The service's event log.</param>
/// <param name="payees">What the service knows of its payees; null where it pays by their codes alone.</param>
public sealed class PayDesk(IEventStore store, IPayees? payees = null)
{
    /// <summary>Decides a step of a run with all that follows from it.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="command">The step.</param>
    /// <param name="today">China date of the step.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <returns>The decision on the run, and what is to be appended: the run first.</returns>
    /// <exception cref="RuleViolation">The step is forbidden, for the run, for one of its items or for a payee.</exception>
    public async Task<(Decision<PayRunState> Run, IReadOnlyList<StreamAppend> Appends)> DecideAsync(
        Guid runId, PayRunCommand command, DateOnly today, CancellationToken cancellation)
    {
        var run = await RunAsync(runId, cancellation);
        var decision = run.Decide(command);
        var consequences = decision.Append.Events.Cast<PayRunEvent>()
            .SelectMany(recorded => Consequences.Of(decision.State.FileOrNull!, recorded))
            .GroupBy(consequence => consequence.EntitlementId, consequence => consequence.Command);
        List<StreamAppend> appends = [decision.Append];
        foreach (var commands in consequences)
        {
            appends.Add((await EntitlementAsync(commands.Key, cancellation)).DecideAll(commands).Append);
        }

        if (decision.Append.Events.Any(recorded => recorded is PayRunProposed or PayRunExecuted))
        {
            appends.AddRange(await RequirePayableAsync(decision.State.FileOrNull!, today, cancellation));
        }

        return (decision, appends);
    }

    /// <summary>Loads a run; version 0 when there is none.</summary>
    public Task<Aggregate<PayRun, PayRunState, PayRunCommand, PayRunEvent>> RunAsync(Guid runId, CancellationToken cancellation) =>
        PayRunAggregate.LoadAsync(store, PayRun.Stream(runId), cancellation);

    /// <summary>Loads an entitlement; version 0 when there is none.</summary>
    public Task<Aggregate<Entitlement, EntitlementState, EntitlementCommand, EntitlementEvent>> EntitlementAsync(
        Guid entitlementId, CancellationToken cancellation) =>
        EntitlementAggregate.LoadAsync(store, Entitlement.Stream(entitlementId), cancellation);

    /// <summary>The newest entitlement of a key: the open one, or the last that was closed; version 0 when nothing was granted.</summary>
    public async Task<Aggregate<Entitlement, EntitlementState, EntitlementCommand, EntitlementEvent>> CurrentAsync(
        EntitlementKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        var current = await EntitlementAsync(key.ToId(), cancellation);
        for (var round = 2; current.State.AccountOrNull is { IsVoided: true }; round++)
        {
            var next = await EntitlementAsync(key.ToId(round), cancellation);
            if (next.Version == 0)
            {
                return current;
            }

            current = next;
        }

        return current;
    }

    /// <summary>Grants an amount; where what was granted before under the key was taken back as a whole, in a new round.</summary>
    /// <exception cref="RuleViolation">The key was granted before by another decision.</exception>
    public async Task<StreamAppend> GrantAsync(GrantEntitlement grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var current = await CurrentAsync(grant.File.Key, cancellation);
        if (current.State.AccountOrNull is { IsVoided: true } voided && voided.File.DecisionId != grant.File.DecisionId)
        {
            var file = grant.File.InRound(voided.File.Round + 1);
            return (await EntitlementAsync(file.EntitlementId, cancellation)).Decide(grant with { File = file }).Append;
        }

        return current.Decide(grant with { File = grant.File.InRound(current.State.AccountOrNull?.File.Round ?? 1) }).Append;
    }

    /// <summary>Asks that every payee may be paid, into the account that the run names, and goes on being so until the commit.</summary>
    private async Task<List<StreamAppend>> RequirePayableAsync(PayRunFile file, DateOnly today, CancellationToken cancellation)
    {
        List<StreamAppend> unchanged = [];
        if (payees is null)
        {
            return unchanged;
        }

        foreach (var lines in file.Lines.GroupBy(line => line.Payee))
        {
            var standing = await payees.StandingAsync(lines.Key, today, cancellation);
            var line = lines.First();
            if (standing.Hold is { } hold)
            {
                throw new RuleViolation("pay_run.payee_held", $"第 {line.Line} 笔暂缓支付，请驳回本批次后重新编制：{hold.Detail}");
            }

            if (lines.FirstOrDefault(item => item.Account != standing.Account) is { } moved)
            {
                throw new RuleViolation("pay_run.account_changed", $"第 {moved.Line} 笔的收款账户已变更，请驳回本批次后重新编制。");
            }

            unchanged.Add(standing.Unchanged);
        }

        // Two ids of one person share an account, and its stream.
        return [.. unchanged.DistinctBy(append => append.Stream)];
    }
}
