using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.People;

/// <summary>What this service knows of a person, learnt from the real-name ledger. No personal data: a person is an id.</summary>
internal sealed class Person : IDecider<PersonState, PersonCommand, PersonEvent>
{
    private Person()
    {
    }

    public static PersonState Initial { get; } = new PersonState.Unknown();

    public static string Stream(Guid personId) => $"person-{personId}";

    public static PersonState Evolve(PersonState state, PersonEvent recorded) => recorded switch
    {
        PersonRegistered e => new PersonState.Known(e.Facts),
        _ => state,
    };

    public static IReadOnlyList<PersonEvent> Decide(PersonCommand command, PersonState state) => (command, state) switch
    {
        (RegisterPerson c, PersonState.Unknown) => [new PersonRegistered(c.Facts)],
        (RegisterPerson, PersonState.Known) => [],
        _ => throw new InvalidOperationException($"No decision on {command.GetType().Name}."),
    };
}
