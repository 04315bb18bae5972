using System.Collections.Concurrent;
using YouthPlatform.EventStore;
using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.Imports.Running;

/// <summary>
/// The streams that a batch of rows decides on. Each is loaded once, and each row decides on what the rows before it left; what a row has decided
/// is undone when it is rejected, so that a row takes effect as a whole or not at all.
/// </summary>
public sealed class BatchStreams(IEventStore store)
{
    private const int LoadsAtOnce = 8;

    private readonly ConcurrentDictionary<string, Slot> _slots = [];
    private readonly List<StreamAppend> _further = [];
    private readonly Stack<(Slot Slot, object Before, int Events)> _row = [];

    /// <summary>What was decided so far.</summary>
    public IReadOnlyList<StreamAppend> Appends =>
        [.. _further, .. _slots.Where(entry => entry.Value.Events.Count > 0).Select(entry => new StreamAppend(entry.Key, entry.Value.LoadedAt, entry.Value.Events))];

    /// <summary>Commits something with the batch that no row decides: assertions that streams are unchanged, records of use.</summary>
    public void Commit(IEnumerable<StreamAppend> further) => _further.AddRange(further);

    /// <summary>Loads streams that rows will ask for, several at a time.</summary>
    public Task PrepareAsync<TDecider, TState, TCommand, TEvent>(IEnumerable<string> streams, CancellationToken cancellationToken)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TEvent : class =>
        Parallel.ForEachAsync(
            streams.Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = LoadsAtOnce, CancellationToken = cancellationToken },
            async (stream, cancel) => await LoadAsync<TDecider, TState, TCommand, TEvent>(stream, cancel));

    /// <summary>An aggregate as the rows before left it.</summary>
    public async ValueTask<Aggregate<TDecider, TState, TCommand, TEvent>> LoadAsync<TDecider, TState, TCommand, TEvent>(
        string stream, CancellationToken cancellationToken)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TEvent : class
    {
        if (!_slots.TryGetValue(stream, out var slot))
        {
            var loaded = await Aggregate<TDecider, TState, TCommand, TEvent>.LoadAsync(store, stream, cancellationToken);
            slot = _slots.GetOrAdd(stream, new Slot(loaded, loaded.Version));
        }

        return (Aggregate<TDecider, TState, TCommand, TEvent>)slot.Aggregate;
    }

    /// <summary>An aggregate whose stream the row creates.</summary>
    public Aggregate<TDecider, TState, TCommand, TEvent> Create<TDecider, TState, TCommand, TEvent>(string stream)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TEvent : class
    {
        var created = Aggregate<TDecider, TState, TCommand, TEvent>.From(new EventStream(stream, 0, []));
        return _slots.TryAdd(stream, new Slot(created, 0)) ? created : throw new InvalidOperationException($"The stream {stream} is known already.");
    }

    /// <summary>Decides a command on an aggregate that was loaded here.</summary>
    /// <exception cref="RuleViolation">The command is forbidden in this state.</exception>
    public Aggregate<TDecider, TState, TCommand, TEvent> Decide<TDecider, TState, TCommand, TEvent>(
        Aggregate<TDecider, TState, TCommand, TEvent> aggregate, TCommand command)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        var decision = aggregate.Decide(command);
        var slot = _slots[aggregate.Stream];
        _row.Push((slot, slot.Aggregate, slot.Events.Count));
        var after = aggregate with { State = decision.State, Version = decision.Version };
        slot.Aggregate = after;
        slot.Events.AddRange(decision.Append.Events);
        return after;
    }

    /// <summary>Lets rows decide one after the other; what a row decided stands unless it is rejected.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="decide">Gives a remark if the row is not accepted; a <see cref="RuleViolation"/> rejects it too.</param>
    /// <returns>What the rows led to, with their remarks.</returns>
    public async Task<BatchDecision> DecideAsync(IReadOnlyList<ImportRow> rows, Func<ImportRow, Task<RowRemark?>> decide)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(decide);
        List<RowRemark> remarks = [];
        foreach (var row in rows)
        {
            if (await DecideAsync(row, decide) is { } remark)
            {
                remarks.Add(remark);
            }
        }

        return new BatchDecision(Appends, [], remarks);
    }

    private async Task<RowRemark?> DecideAsync(ImportRow row, Func<ImportRow, Task<RowRemark?>> decide)
    {
        _row.Clear();
        RowRemark? remark;
        try
        {
            remark = await decide(row);
        }
        catch (RuleViolation violation)
        {
            remark = RowRemark.Rejected(row.Number, violation);
        }
        catch (Exception gap) when (PolicyGaps.Of(gap) is { } violation)
        {
            remark = RowRemark.Rejected(row.Number, violation);
        }

        if (remark is not null)
        {
            Undo();
        }

        return remark;
    }

    private void Undo()
    {
        while (_row.TryPop(out var step))
        {
            step.Slot.Aggregate = step.Before;
            step.Slot.Events.RemoveRange(step.Events, step.Slot.Events.Count - step.Events);
        }
    }

    private sealed class Slot(object aggregate, long loadedAt)
    {
        public object Aggregate { get; set; } = aggregate;

        public long LoadedAt { get; } = loadedAt;

        public List<object> Events { get; } = [];
    }
}
