using System.Collections.Immutable;
using YouthPlatform.EventStore;

namespace YouthPlatform.PersonLinks;

/// <summary>
/// Which ids are of one person, as the real-name ledger says (H32 §二(六)17: one entry a person). Each id has a stream of its own; a merge changes
/// that of both. Whatever is decided for a person under several ids passes through the stream of the id that is used, so that no two of
/// these decisions miss each other.
/// </summary>
public sealed class PersonLink : IDecider<PersonLinkState, PersonLinkCommand, PersonLinkEvent>
{
    private PersonLink()
    {
    }

    /// <inheritdoc />
    public static PersonLinkState Initial { get; } = new(null, 0, ImmutableSortedSet<Guid>.Empty);

    /// <summary>Stream of an id.</summary>
    public static string Stream(Guid personId) => $"person_link-{personId}";

    /// <inheritdoc />
    public static PersonLinkState Evolve(PersonLinkState state, PersonLinkEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(state);
        return recorded switch
        {
            PersonMerged e => state with { MergedInto = e.IntoPersonId, Sequence = e.Sequence },
            PersonUnmerged e => state with { MergedInto = null, Sequence = e.Sequence },
            PersonAbsorbed e => state with { Absorbed = state.Absorbed.Add(e.AbsorbedId) },
            PersonReleased e => state with { Absorbed = state.Absorbed.Remove(e.ReleasedId) },
            _ => state,
        };
    }

    /// <inheritdoc />
    public static IReadOnlyList<PersonLinkEvent> Decide(PersonLinkCommand command, PersonLinkState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return command switch
        {
            MergePerson c when c.Sequence > state.Sequence => [new PersonMerged(c.PersonId, c.IntoPersonId, c.Sequence, c.On)],
            UnmergePerson c when c.Sequence > state.Sequence => [new PersonUnmerged(c.PersonId, c.FromPersonId, c.Sequence, c.On)],
            MergePerson or UnmergePerson => [],
            AbsorbPerson c when !state.Absorbed.Contains(c.AbsorbedId) => [new PersonAbsorbed(c.PersonId, c.AbsorbedId, c.On)],
            ReleasePerson c when state.Absorbed.Contains(c.ReleasedId) => [new PersonReleased(c.PersonId, c.ReleasedId, c.On)],
            AbsorbPerson or ReleasePerson => [],
            UsePersonLink c => [new PersonLinkUsed(c.PersonId, c.UsedId, c.Purpose, c.ReferenceId)],
            _ => throw new InvalidOperationException($"No decision on {command.GetType().Name}."),
        };
    }
}

/// <summary>What is known of an id.</summary>
/// <param name="MergedInto">The id that is used instead; null while this one is used.</param>
/// <param name="Sequence">Position of the newest merge or un-merge of this id in the ledger's public log; older ones that arrive later change nothing.</param>
/// <param name="Absorbed">Ids that are of the same person.</param>
public sealed record PersonLinkState(Guid? MergedInto, long Sequence, ImmutableSortedSet<Guid> Absorbed);
