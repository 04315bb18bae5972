using Npgsql;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// Commits batches of appends. First in one round trip, guarded by the head that this process remembers. When that does not
/// work out, exactly: with the head locked and the streams' versions read. When an append makes the commit fail, in halves
/// until the guilty one is alone. When the connection breaks, the next attempt finds out under the lock what became of it.
/// </summary>
internal sealed class LogCommitter(
    NpgsqlDataSource dataSource, StreamCache cache, PostgresEventStoreOptions options, TimeProvider time) : IAsyncDisposable
{
    /// <summary>What operators see in pg_stat_activity.</summary>
    internal const string ApplicationName = "event log writer";

    private readonly KeptConnection _writer = new(dataSource, $"SET application_name = '{ApplicationName}'");
    private readonly LogNotifier _notifier = new(dataSource, LogSignal.EventLog);
    private readonly IProjection[] _projections = [.. options.InlineProjections];
    private readonly bool _readsRows = options.InlineProjections.OfType<IReadingProjection>().Any();
    private readonly string? _database = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString).Database;
    private LogHead? _head;

    /// <summary>Commits what can be committed and tells each caller.</summary>
    /// <exception cref="CommitUnknownException">For all appends that have not been told: the connection broke and stays broken.</exception>
    /// <exception cref="NpgsqlException">For all appends that have not been told: the server could not be reached.</exception>
    internal async Task CommitAsync(IReadOnlyList<PendingAppend> batch)
    {
        List<CommitPlan> suspects = [];
        if (!await TryOptimisticallyAsync(batch, suspects))
        {
            LogTelemetry.ExactCommits.Add(1, new KeyValuePair<string, object?>("db.namespace", _database));
            await CommitExactlyAsync(batch, suspects);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _notifier.DisposeAsync();
    }

    private async Task<bool> TryOptimisticallyAsync(IReadOnlyList<PendingAppend> batch, List<CommitPlan> suspects)
    {
        if (_head is not { } head)
        {
            return false;
        }

        CommitPlan? sent = null;
        try
        {
            var connection = await _writer.OpenAsync();
            await LogQueries.ReadStreamsAsync(connection, Unknown(batch), cache.Set);
            var plan = await PlanAsync(connection, batch, head, cache.Find);
            if (!plan.WritesEvents)
            {
                // Such a commit leaves no mark to find it by when the connection breaks: it goes the way that breaks least.
                return false;
            }

            await using var commands = LogCommands.Commit(connection, plan);
            sent = plan;
            await commands.ExecuteNonQueryAsync();
            Settle(plan);
            return true;
        }
#pragma warning disable CA1031 // The exact way tries the same again and tells the callers.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!Faults.IsOfStatement(exception))
            {
                await _writer.CloseAsync();
            }

            if (sent is not null && Faults.IsOfConnection(exception))
            {
                suspects.Add(sent);
            }

            return false;
        }
    }

    private async Task CommitExactlyAsync(IReadOnlyList<PendingAppend> all, List<CommitPlan> suspects)
    {
        var exact = new ExactAttempt(_writer, options.ReconnectTimeout);
        while (all.Where(pending => !pending.IsDone).ToArray() is { Length: > 0 } batch)
        {
            var outcome = await exact.RunAsync(batch, suspects, (connection, head, find) => PlanAsync(connection, batch, Learn(head), find));
            if (outcome.Committed is { } plan)
            {
                suspects.Remove(plan);
                Settle(plan, outcome.IsNewest);
            }
            else if (outcome.FailsAll)
            {
                throw outcome.Fault!;
            }
            else if (batch.Length == 1)
            {
                batch[0].Fail(outcome.Fault!);
            }
            else
            {
                await CommitExactlyAsync(batch[..(batch.Length / 2)], suspects);
                await CommitExactlyAsync(batch[(batch.Length / 2)..], suspects);
            }
        }
    }

    private LogHead Learn(LogHead head)
    {
        if (_head is not { } known || !known.Is(head))
        {
            cache.Clear();
            _head = head;
        }

        return head;
    }

    private async Task<CommitPlan> PlanAsync(
        NpgsqlConnection connection, IReadOnlyList<PendingAppend> batch, LogHead head, Func<string, KnownStream?> find)
    {
        object[] events = _readsRows ? [.. batch.SelectMany(pending => pending.Encoded).SelectMany(all => all).Select(each => each.Event)] : [];
        var batches = await ProjectionBatches.ReadAsync(connection, _projections, events, CancellationToken.None);
        var plan = new CommitPlan(head, LogHash.Truncate(time.GetUtcNow()), batches);
        foreach (var pending in batch)
        {
            plan.Add(pending, find, _projections);
        }

        plan.Complete();
        return plan;
    }

    /// <summary>Streams whose version must be read because no constraint would notice that the caller is wrong.</summary>
    private List<string> Unknown(IReadOnlyList<PendingAppend> batch)
    {
        List<string> unknown = [];
        foreach (var pending in batch)
        {
            foreach (var append in pending.Append.Streams)
            {
                var known = cache.Find(append.Stream);
                if (known is null ? append.ExpectedVersion > 0 || append.Events.Count == 0 : known.Value.Version is null && append.Events.Count == 0)
                {
                    unknown.Add(append.Stream);
                }
            }
        }

        return unknown;
    }

    private void Settle(CommitPlan plan, bool isNewest = true)
    {
        if (isNewest)
        {
            _head = plan.Head;
            foreach (var (name, stream) in plan.Touched)
            {
                cache.Set(name, stream);
            }
        }
        else
        {
            _head = null;
        }

        if (plan.WritesEvents)
        {
            _notifier.Signal(plan.Head.Position);
        }

        LogTelemetry.Events.Add(plan.Head.Position - plan.Base.Position);
        foreach (var (pending, result) in plan.Accepted)
        {
            pending.Complete(result);
        }

        foreach (var (pending, reason) in plan.Rejected)
        {
            pending.Fail(reason);
        }
    }
}
