using YouthPlatform.EventStore;

namespace YouthPlatform.PersonLinks;

/// <summary>For the service that keeps the ledger: what its own merges change here, in the commit of the merge itself.</summary>
public static class PersonLinking
{
    /// <summary>Two ids become one person's.</summary>
    /// <param name="store">The event log.</param>
    /// <param name="personId">The id that is not used any more.</param>
    /// <param name="intoPersonId">The id that is used.</param>
    /// <param name="on">China date.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>What commits with the merge.</returns>
    public static async Task<IReadOnlyList<StreamAppend>> MergeAsync(
        IEventStore store, Guid personId, Guid intoPersonId, DateOnly on, CancellationToken cancellationToken) =>
        await Merging.DecideAsync(store, personId, new MergePerson(personId, intoPersonId, await NextAsync(store, personId, cancellationToken), on), on, cancellationToken);

    /// <summary>They are two people after all.</summary>
    /// <param name="store">The event log.</param>
    /// <param name="personId">The id that is used again.</param>
    /// <param name="fromPersonId">The id that it was merged into.</param>
    /// <param name="on">China date.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>What commits with the un-merge.</returns>
    public static async Task<IReadOnlyList<StreamAppend>> UnmergeAsync(
        IEventStore store, Guid personId, Guid fromPersonId, DateOnly on, CancellationToken cancellationToken) =>
        await Merging.DecideAsync(store, personId, new UnmergePerson(personId, fromPersonId, await NextAsync(store, personId, cancellationToken), on), on, cancellationToken);

    /// <summary>The ledger decides in order, so it counts; others know the order by the position in its public log.</summary>
    private static async Task<long> NextAsync(IEventStore store, Guid personId, CancellationToken cancellationToken) =>
        (await PersonLinkAggregate.LoadAsync(store, PersonLink.Stream(personId), cancellationToken)).State.Sequence + 1;
}
