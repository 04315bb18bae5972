using System.Diagnostics;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>How an exact attempt ended: with a committed plan, or with a fault and nothing written.</summary>
/// <param name="Committed">The plan that is in the database, or that decided all appends without writing.</param>
/// <param name="IsNewest">Nothing was committed after the plan.</param>
/// <param name="Fault">Why nothing was written.</param>
/// <param name="FailsAll">The fault is none of a single append.</param>
internal readonly record struct ExactOutcome(CommitPlan? Committed, bool IsNewest, Exception? Fault, bool FailsAll);

/// <summary>Commits with the head locked, again and again while only the connection is at fault and time is left.</summary>
internal sealed class ExactAttempt(KeptConnection writer, TimeSpan timeout)
{
    private const int MaxPassingFaults = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    internal delegate Task<CommitPlan> Planner(NpgsqlConnection connection, LogHead head, Func<string, KnownStream?> find);

    /// <param name="batch">Appends that nobody has been told an outcome of.</param>
    /// <param name="suspects">Plans of broken connections that may have been committed; grows when this attempt breaks.</param>
    /// <param name="planner">Decides the appends under the lock.</param>
    internal async Task<ExactOutcome> RunAsync(IReadOnlyList<PendingAppend> batch, List<CommitPlan> suspects, Planner planner)
    {
        var started = Stopwatch.GetTimestamp();
        for (var faults = 0; ; faults++)
        {
            Exception fault;
            try
            {
                return await TryAsync(batch, suspects, planner);
            }
#pragma warning disable CA1031 // Every fault ends in an outcome that reaches the callers.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                fault = exception;
            }

            if (!Faults.IsOfStatement(fault))
            {
                await writer.CloseAsync();
            }

            if (!Faults.IsOfConnection(fault) && !(Faults.IsPassing(fault) && faults < MaxPassingFaults))
            {
                return new ExactOutcome(null, false, Faults.ForCaller(fault), false);
            }

            if (Stopwatch.GetElapsedTime(started) > timeout || suspects.Exists(suspect => !suspect.WritesEvents))
            {
                return new ExactOutcome(null, false, suspects.Count > 0 ? new CommitUnknownException(fault) : fault, true);
            }

            await Task.Delay(Pause);
        }
    }

    private async Task<ExactOutcome> TryAsync(IReadOnlyList<PendingAppend> batch, List<CommitPlan> suspects, Planner planner)
    {
        var connection = await writer.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var head = await LogQueries.LockHeadAsync(connection);
        if (await FindCommittedAsync(connection, suspects) is { } committed)
        {
            return new ExactOutcome(committed, committed.Head.Is(head), null, false);
        }

        Dictionary<string, KnownStream> streams = [];
        await LogQueries.ReadStreamsAsync(connection, Names(batch), streams.Add);
        var plan = await planner(connection, head, name => streams.TryGetValue(name, out var known) ? known : null);
        if (plan.Accepted.Count > 0)
        {
            await using var commands = LogCommands.Commit(connection, plan);
            await commands.ExecuteNonQueryAsync();
            await CommitAsync(transaction, plan, suspects);
        }

        return new ExactOutcome(plan, true, null, false);
    }

    private static async Task CommitAsync(NpgsqlTransaction transaction, CommitPlan plan, List<CommitPlan> suspects)
    {
        suspects.Add(plan);
        try
        {
            await transaction.CommitAsync();
            suspects.Remove(plan);
        }
        catch (Exception exception) when (!Faults.IsOfConnection(exception))
        {
            suspects.Remove(plan);
            throw;
        }
    }

    private static async Task<CommitPlan?> FindCommittedAsync(NpgsqlConnection connection, List<CommitPlan> suspects)
    {
        foreach (var suspect in suspects.Where(suspect => suspect.WritesEvents))
        {
            if (await LogQueries.ReadHashAsync(connection, suspect.Head.Position) is { } hash && hash.AsSpan().SequenceEqual(suspect.Head.Hash))
            {
                return suspect;
            }
        }

        return null;
    }

    private static List<string> Names(IReadOnlyList<PendingAppend> batch) =>
        [.. batch.SelectMany(pending => pending.Append.Streams).Select(append => append.Stream).Distinct(StringComparer.Ordinal)];
}
