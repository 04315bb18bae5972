using YouthPlatform.EventStore;
using YouthPlatform.Payments.Entitlements;
using YouthPlatform.Payments.PayRuns;

namespace YouthPlatform.Payments;

/// <summary>Carries a step of a run to the entitlements in it, so that the run and they commit together or not at all.</summary>
/// <param name="store">The service's event log.</param>
public sealed class PayDesk(IEventStore store)
{
    /// <summary>Decides a step of a run with all that follows from it.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="command">The step.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <returns>The decision on the run, and what is to be appended: the run first.</returns>
    /// <exception cref="RuleViolation">The step is forbidden, for the run or for one of its items.</exception>
    public async Task<(Decision<PayRunState> Run, IReadOnlyList<StreamAppend> Appends)> DecideAsync(
        Guid runId, PayRunCommand command, CancellationToken cancellation)
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

        return (decision, appends);
    }

    /// <summary>Loads a run; version 0 when there is none.</summary>
    public Task<Aggregate<PayRun, PayRunState, PayRunCommand, PayRunEvent>> RunAsync(Guid runId, CancellationToken cancellation) =>
        PayRunAggregate.LoadAsync(store, PayRun.Stream(runId), cancellation);

    /// <summary>Loads an entitlement; version 0 when there is none.</summary>
    public Task<Aggregate<Entitlement, EntitlementState, EntitlementCommand, EntitlementEvent>> EntitlementAsync(
        Guid entitlementId, CancellationToken cancellation) =>
        EntitlementAggregate.LoadAsync(store, Entitlement.Stream(entitlementId), cancellation);

    /// <summary>Grants an amount.</summary>
    /// <exception cref="RuleViolation">The key was granted before by another decision.</exception>
    public async Task<StreamAppend> GrantAsync(GrantEntitlement grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return (await EntitlementAsync(grant.File.EntitlementId, cancellation)).Decide(grant).Append;
    }
}
