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
    /// <summary>Folds a loaded stream.</summary>
    public static Aggregate<TDecider, TState, TCommand, TEvent> From(EventStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var state = TDecider.Initial;
        foreach (var recorded in stream.Events)
        {
            state = TDecider.Evolve(state, (TEvent)recorded.Data);
        }

        return new(stream.Name, stream.Version, state);
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
}

/// <summary>What a command led to.</summary>
/// <typeparam name="TState">State of the aggregate.</typeparam>
/// <param name="Append">The events, to be appended at the version they were decided on.</param>
/// <param name="State">The state after them.</param>
/// <param name="Version">The version after them.</param>
public sealed record Decision<TState>(StreamAppend Append, TState State, long Version);
