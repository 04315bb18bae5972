namespace YouthPlatform.EventStore;

/// <summary>
/// States of aggregates that this process has folded, so that a load needs only the events after them. A state here is never
/// the last word: whoever takes it asks the log whether there are newer events. Bounded by the number of events folded into the states, as a
/// state grows with them at most; what was not asked for while half of that came in is forgotten.
/// </summary>
/// <param name="capacity">Most events folded into all states that are kept; 0 keeps none.</param>
public sealed class StateCache(int capacity)
{
    /// <summary>A state of more events than this part of the capacity is not worth what it displaces.</summary>
    private const int LargestPart = 16;

    private readonly Lock _lock = new();
    private Dictionary<string, FoldedState> _young = [];
    private Dictionary<string, FoldedState> _old = [];
    private long _youngEvents;

    /// <summary>Streams whose state is kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _young.Keys.Union(_old.Keys).Count();
            }
        }
    }

    /// <summary>Tells of a committed append, so that the next load of the stream finds the state after it.</summary>
    /// <param name="append">The append of one stream.</param>
    public void Committed(StreamAppend append)
    {
        ArgumentNullException.ThrowIfNull(append);
        if (append.Events.Count > 0 && Find(append.Stream) is { } known && known.Version == append.ExpectedVersion)
        {
            Keep(append.Stream, known.After(append.Events));
        }
    }

    internal FoldedState? Find(string stream)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(stream, out var known))
            {
                return known;
            }

            if (!_old.Remove(stream, out known))
            {
                return null;
            }

            Put(stream, known);
            return known;
        }
    }

    /// <summary>Keeps a state unless a newer one of the same kind is there.</summary>
    internal void Keep(string stream, FoldedState state)
    {
        if (state.Version == 0 || state.Version > capacity / LargestPart)
        {
            return;
        }

        lock (_lock)
        {
            var known = _young.GetValueOrDefault(stream) ?? _old.GetValueOrDefault(stream);
            if (known is null || known.Version < state.Version || known.GetType() != state.GetType())
            {
                Put(stream, state);
            }
        }
    }

    /// <summary>Forgets a state that the log contradicts.</summary>
    internal void Forget(string stream)
    {
        lock (_lock)
        {
            _old.Remove(stream);
            if (_young.Remove(stream, out var known))
            {
                _youngEvents -= known.Version;
            }
        }
    }

    private void Put(string stream, FoldedState state)
    {
        _youngEvents += state.Version - (_young.GetValueOrDefault(stream)?.Version ?? 0);
        _young[stream] = state;
        if (_youngEvents > capacity / 2)
        {
            _old = _young;
            _young = [];
            _youngEvents = 0;
        }
    }
}

/// <summary>A state at a version, with the fold that made it. States are immutable.</summary>
/// <param name="version">Version of the stream.</param>
internal abstract class FoldedState(long version)
{
    internal long Version { get; } = version;

    /// <summary>The state after more events.</summary>
    internal abstract FoldedState After(IReadOnlyList<object> events);
}

/// <inheritdoc/>
internal sealed class FoldedState<TDecider, TState, TCommand, TEvent>(long version, TState state) : FoldedState(version)
    where TDecider : IDecider<TState, TCommand, TEvent>
    where TEvent : class
{
    internal TState State { get; } = state;

    internal override FoldedState After(IReadOnlyList<object> events)
    {
        var state = State;
        foreach (var recorded in events)
        {
            state = TDecider.Evolve(state, (TEvent)recorded);
        }

        return new FoldedState<TDecider, TState, TCommand, TEvent>(Version + events.Count, state);
    }
}
