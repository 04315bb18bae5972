global using PurseAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.EventStore.Tests.States.Purse,
    YouthPlatform.EventStore.Tests.States.Held,
    YouthPlatform.EventStore.Tests.States.Change,
    YouthPlatform.EventStore.Tests.Contract.Deposited>;
using YouthPlatform.EventStore.Tests.Contract;

namespace YouthPlatform.EventStore.Tests.States;

/// <summary>What an account holds; nothing comes out of it that is not in it.</summary>
internal sealed class Purse : IDecider<Held, Change, Deposited>
{
    internal const string Empty = "purse.empty";

    public static Held Initial { get; } = new(0, 0);

    public static Held Evolve(Held state, Deposited recorded) => new(state.Total + recorded.Amount, state.Changes + 1);

    public static IReadOnlyList<Deposited> Decide(Change command, Held state) =>
        state.Total + command.Amount < 0 ? throw new RuleViolation(Empty, "余额不足。") : [new Deposited(command.Amount)];
}

/// <summary>Another fold of the same stream.</summary>
internal sealed class Largest : IDecider<decimal, Change, Deposited>
{
    public static decimal Initial => 0;

    public static decimal Evolve(decimal state, Deposited recorded) => Math.Max(state, recorded.Amount);

    public static IReadOnlyList<Deposited> Decide(Change command, decimal state) => [];
}

internal sealed record Held(decimal Total, int Changes);

internal sealed record Change(decimal Amount);
