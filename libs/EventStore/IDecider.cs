namespace YouthPlatform.EventStore;

/// <summary>An aggregate as three pure functions. Time and ids arrive in commands.</summary>
/// <typeparam name="TState">Closed set of states.</typeparam>
/// <typeparam name="TCommand">Closed set of commands.</typeparam>
/// <typeparam name="TEvent">Closed set of events.</typeparam>
public interface IDecider<TState, TCommand, TEvent>
    where TEvent : class
{
    /// <summary>State of a stream without events.</summary>
    static abstract TState Initial { get; }

    /// <summary>Applies an event; never validates.</summary>
    static abstract TState Evolve(TState state, TEvent recorded);

    /// <summary>Decides what a command leads to; empty when already done.</summary>
    /// <exception cref="RuleViolation">The command is forbidden in this state.</exception>
    static abstract IReadOnlyList<TEvent> Decide(TCommand command, TState state);
}

/// <summary>A rule forbids a command. The message is shown to officials, in Chinese; the code is for programs.</summary>
/// <param name="code">Stable code, such as <c>post.already_closed</c>.</param>
/// <param name="detail">What is wrong and what to do, in Chinese, without personal data.</param>
public sealed class RuleViolation(string code, string detail) : Exception($"{code}: {detail}")
{
    /// <summary>Stable code.</summary>
    public string Code { get; } = code;

    /// <summary>What is wrong and what to do, in Chinese.</summary>
    public string Detail { get; } = detail;
}
