using YouthPlatform.EventStore;

namespace YouthPlatform.Internships.People;

/// <summary>
/// What this service knows of a person, learnt from the real-name ledger. No personal data: a person is an id. The ledger's events come in any order.
/// </summary>
internal sealed class Person : IDecider<PersonState, PersonCommand, PersonEvent>
{
    private Person()
    {
    }

    public static PersonState Initial { get; } = new PersonState.Unknown(PersonRecord.Empty);

    public static string Stream(Guid personId) => $"person-{personId}";

    public static PersonState Evolve(PersonState state, PersonEvent recorded) => recorded switch
    {
        PersonRegistered e => new PersonState.Known(e.Facts, state.Record),
        PersonDied e => state with { Record = state.Record with { DiedOn = e.DiedOn } },
        PersonDataErased e => state with { Record = state.Record with { ErasedOn = e.ErasedOn } },
        UnemploymentBegun e => state with { Record = state.Record with { Unemployment = e.Registration } },
        HardshipKnown e => Know(state, new([.. e.Categories], e.Sequence)),
        UnemploymentOver e => state with { Record = state.Record with { Over = state.Record.Over.SetItem(e.RegisteredOn, e.EndedOn) } },
        _ => state,
    };

    public static IReadOnlyList<PersonEvent> Decide(PersonCommand command, PersonState state) => (command, state) switch
    {
        (RegisterPerson c, PersonState.Unknown) => [new PersonRegistered(Newest(c.Facts, state.Record))],
        (RegisterPerson, PersonState.Known) => [],
        (RecordDeath c, { Record.DiedOn: null }) => [new PersonDied(c.PersonId, c.DiedOn)],
        (RecordErasure c, { Record.ErasedOn: null }) => [new PersonDataErased(c.PersonId, c.ErasedOn)],
        (RecordDeath or RecordErasure, _) => [],
        (RecordUnemployment c, _) when state.Record.Unemployment is not { } known || known.RegisteredOn < c.Registration.RegisteredOn =>
            [new UnemploymentBegun(c.PersonId, c.Registration)],
        (RecordUnemployment, _) => [],
        (EndUnemployment c, _) when !state.Record.Over.ContainsKey(c.RegisteredOn) => [new UnemploymentOver(c.PersonId, c.RegisteredOn, c.EndedOn)],
        (EndUnemployment, _) => [],
        (RecordHardship c, _) when state.Record.Hardship is not { } known || known.Sequence < c.Sequence =>
            [new HardshipKnown(c.PersonId, c.Categories, c.Sequence, c.ChangedOn, c.Applications)],
        (RecordHardship, _) => [],
        _ => throw new InvalidOperationException($"No decision on {command.GetType().Name}."),
    };

    private static PersonState Know(PersonState state, KnownHardship hardship)
    {
        var told = state with { Record = state.Record with { Hardship = hardship } };
        return told is PersonState.Known known ? known with { Facts = Newest(known.Facts, known.Record) } : told;
    }

    private static PersonFacts Newest(PersonFacts facts, PersonRecord record) =>
        record.Hardship is { } hardship ? facts with { HardshipCategories = hardship.Categories } : facts;
}
