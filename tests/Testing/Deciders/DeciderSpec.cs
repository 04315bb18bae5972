using Shouldly;
using YouthPlatform.EventStore;

namespace YouthPlatform.Testing.Deciders;

/// <summary>Given events, when a command, then events or a rejection.</summary>
public sealed class DeciderSpec<TDecider, TState, TCommand, TEvent>
    where TDecider : IDecider<TState, TCommand, TEvent>
    where TEvent : class
{
    private readonly TState _state;

    private DeciderSpec(TState state) => _state = state;

    public static DeciderSpec<TDecider, TState, TCommand, TEvent> Given(params IEnumerable<TEvent> events) =>
        new(events.Aggregate(TDecider.Initial, TDecider.Evolve));

    public Outcome When(TCommand command)
    {
        try
        {
            return new Outcome(TDecider.Decide(command, _state), null, _state);
        }
        catch (RuleViolation violation)
        {
            return new Outcome([], violation, _state);
        }
    }

    public sealed class Outcome(IReadOnlyList<TEvent> events, RuleViolation? violation, TState before)
    {
        /// <summary>The rejection, for a closer look at its detail.</summary>
        public RuleViolation Violation => violation.ShouldNotBeNull("The command was expected to be rejected.");

        public IReadOnlyList<TEvent> Events
        {
            get
            {
                violation.ShouldBeNull();
                return events;
            }
        }

        public void Then(params IEnumerable<TEvent> expected) =>
            Events.Select(EventJson).ShouldBe(expected.Select(EventJson));

        public void ThenNothing() => Events.ShouldBeEmpty();

        public void ThenRejected(string code) => Violation.Code.ShouldBe(code);

        public void ThenState(Action<TState> assert) => assert(events.Aggregate(before, TDecider.Evolve));

        private static string EventJson(TEvent e) => $"{e.GetType().Name} {System.Text.Encoding.UTF8.GetString(EventTypes.Encode(e))}";
    }
}
