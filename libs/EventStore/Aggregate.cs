namespace YouthPlatform.EventStore;

/// <summary>An aggregate as loaded: its state at a version, ready to decide.</summary>
/// <typeparam name="TDecider">The decider.</typeparam>
/// <typeparam name="TState">Its state.</typeparam>
/// <typeparam name="TCommand">Its commands.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
/// <param name="Stream">Stream name.</param>
/// <param name="Version">Version of the stream, 0 when it does not exist.</param>
/// <param name="State">The folded state.</param>
public sealed record Aggregate<TDecider, TState, TCommand, TEvent>(string Stream, long Version, TState State)
    where TDecider : IDecider<TState, TCommand, TEvent>
    where TEvent : class
{
    /// <summary>
    /// Loads an aggregate as the log has it now. Where its state is remembered, only the events after that state are read; that
    /// there are none is read too, so no other process's change is missed; within a <see cref="Presumption"/>, the append finds that out.
    /// </summary>
    /// <param name="store">The event log.</param>
    /// <param name="stream">Stream name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="UnknownEventTypeException">A stored type has no registered event.</exception>
    public static async Task<Aggregate<TDecider, TState, TCommand, TEvent>> LoadAsync(
        IEventStore store, string stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.States.Find(stream) is FoldedState<TDecider, TState, TCommand, TEvent> known)
        {
            if (Presumption.Takes(stream, known.Version))
            {
                return new(stream, known.Version, known.State);
            }

            var newer = await store.LoadAsync(stream, known.Version, cancellationToken);
            if (newer.Version >= known.Version)
            {
                return Kept(store, Fold(known.State, newer));
            }

            store.States.Forget(stream);
        }

        return Kept(store, From(await store.LoadAsync(stream, 0, cancellationToken)));
    }

    /// <summary>Folds a loaded stream.</summary>
    public static Aggregate<TDecider, TState, TCommand, TEvent> From(EventStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Fold(TDecider.Initial, stream);
    }

    /// <summary>Decides a command; the result is ready to be appended at this version.</summary>
    /// <exception cref="RuleViolation">The command is forbidden in this state.</exception>
    public Decision<TState> Decide(TCommand command)
    {
        var events = TDecider.Decide(command, State);
        var state = events.Aggregate(State, TDecider.Evolve);
        return new(new StreamAppend(Stream, Version, events), state, Version + events.Count);
    }

    /// <summary>Decides several commands, each on the state that the one before led to.</summary>
    /// <exception cref="RuleViolation">One of them is forbidden; none is carried out.</exception>
    public Decision<TState> DecideAll(IEnumerable<TCommand> commands)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var state = State;
        List<TEvent> events = [];
        foreach (var command in commands)
        {
            var decided = TDecider.Decide(command, state);
            state = decided.Aggregate(state, TDecider.Evolve);
            events.AddRange(decided);
        }

        return new(new StreamAppend(Stream, Version, events), state, Version + events.Count);
    }

    private static Aggregate<TDecider, TState, TCommand, TEvent> Fold(TState state, EventStream stream)
    {
        foreach (var recorded in stream.Events)
        {
            state = TDecider.Evolve(state, (TEvent)recorded.Data);
        }

        return new(stream.Name, stream.Version, state);
    }

    private static Aggregate<TDecider, TState, TCommand, TEvent> Kept(
        IEventStore store, Aggregate<TDecider, TState, TCommand, TEvent> loaded)
    {
        store.States.Keep(loaded.Stream, new FoldedState<TDecider, TState, TCommand, TEvent>(loaded.Version, loaded.State));
        return loaded;
    }
}

/// <summary>What a command led to.</summary>
/// <typeparam name="TState">State of the aggregate.</typeparam>
/// <param name="Append">The events, to be appended at the version they were decided on.</param>
/// <param name="State">The state after them.</param>
/// <param name="Version">The version after them.</param>
public sealed record Decision<TState>(StreamAppend Append, TState State, long Version);
