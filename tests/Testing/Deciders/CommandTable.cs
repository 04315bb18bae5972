using System.Runtime.CompilerServices;
using Shouldly;
using YouthPlatform.EventStore;
using YouthPlatform.Testing.Snapshots;

namespace YouthPlatform.Testing.Deciders;

/// <summary>
/// What every command does in every state: the names of its events, <c>-</c> for nothing, or the code it is refused with. A command or a
/// state that the table does not name fails the test.
/// </summary>
public static class CommandTable
{
    public static void ShouldBe<TDecider, TState, TCommand, TEvent>(
        IReadOnlyList<TCommand> commands, IReadOnlyDictionary<string, IReadOnlyList<TEvent>> states, string expected)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TCommand : notnull
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(expected);
        var actual = Outcomes<TDecider, TState, TCommand, TEvent>(commands, states).Select(row => $"{row.State} + {row.Command} = {row.Outcome}");
        string.Join('\n', actual).ShouldBe(expected.ReplaceLineEndings("\n").Trim());
    }

    /// <summary>The same for a table that is too long to read in code: it is kept among the snapshots, by state and command.</summary>
    public static void ShouldBeKept<TDecider, TState, TCommand, TEvent>(
        string name,
        IReadOnlyList<TCommand> commands,
        IReadOnlyDictionary<string, IReadOnlyList<TEvent>> states,
        [CallerFilePath] string testFile = "")
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TCommand : notnull
        where TEvent : class =>
        Snapshot.Match(
            $"table.{name}",
            Outcomes<TDecider, TState, TCommand, TEvent>(commands, states)
                .GroupBy(row => row.State)
                .ToDictionary(rows => rows.Key, rows => rows.ToDictionary(row => row.Command, row => row.Outcome)),
            testFile);

    private static IEnumerable<(string State, string Command, string Outcome)> Outcomes<TDecider, TState, TCommand, TEvent>(
        IReadOnlyList<TCommand> commands, IReadOnlyDictionary<string, IReadOnlyList<TEvent>> states)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TCommand : notnull
        where TEvent : class
    {
        Leaves<TCommand>().Except(commands.Select(command => command.GetType())).ShouldBeEmpty("The table lacks commands.");
        var folded = states.ToDictionary(state => state.Key, state => state.Value.Aggregate(TDecider.Initial, TDecider.Evolve));
        Leaves<TState>().Except(folded.Values.Select(state => state!.GetType())).ShouldBeEmpty("The table lacks states.");
        return
            from state in folded
            from command in commands
            select (state.Key, command.GetType().Name, Outcome<TDecider, TState, TCommand, TEvent>(command, state.Value));
    }

    private static string Outcome<TDecider, TState, TCommand, TEvent>(TCommand command, TState state)
        where TDecider : IDecider<TState, TCommand, TEvent>
        where TEvent : class
    {
        try
        {
            var events = TDecider.Decide(command, state);
            return events.Count == 0 ? "-" : string.Join(", ", events.Select(e => e.GetType().Name));
        }
        catch (RuleViolation violation)
        {
            return violation.Code;
        }
    }

    private static IEnumerable<Type> Leaves<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);
}
