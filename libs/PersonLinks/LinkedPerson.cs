using YouthPlatform.EventStore;

namespace YouthPlatform.PersonLinks;

/// <summary>A person with all ids that the ledger knows to be theirs, as of the moment of loading.</summary>
public sealed class LinkedPerson
{
    /// <summary>Merges do not nest in the ledger; a chain is longer only while its messages arrive out of order.</summary>
    private const int LongestChain = 8;

    private readonly List<(Guid Id, PersonLinkAggregate Link)> _chain;

    private LinkedPerson(List<(Guid Id, PersonLinkAggregate Link)> chain)
    {
        _chain = chain;
        Ids = [.. chain.Select(link => link.Id).Concat(chain.SelectMany(link => link.Link.State.Absorbed)).Distinct().Order()];
    }

    /// <summary>The id that was asked for.</summary>
    public Guid PersonId => _chain[0].Id;

    /// <summary>The id that is used for the person.</summary>
    public Guid SurvivorId => _chain[^1].Id;

    /// <summary>All ids of the person, the one asked for among them.</summary>
    public IReadOnlyList<Guid> Ids { get; }

    /// <summary>Whether the person has further ids.</summary>
    public bool IsMerged => Ids.Count > 1;

    /// <summary>Loads what is known of an id; one that the ledger never merged is a person of its own.</summary>
    public static Task<LinkedPerson> LoadAsync(IEventStore store, Guid personId, CancellationToken cancellationToken) =>
        LoadAsync(stream => new(PersonLinkAggregate.LoadAsync(store, stream, cancellationToken)), personId);

    /// <summary>The same by way of whatever loads streams, such as a batch of rows that remembers them.</summary>
    public static async Task<LinkedPerson> LoadAsync(
        Func<string, ValueTask<Aggregate<PersonLink, PersonLinkState, PersonLinkCommand, PersonLinkEvent>>> load, Guid personId)
    {
        ArgumentNullException.ThrowIfNull(load);
        List<(Guid Id, PersonLinkAggregate Link)> chain = [];
        Guid? next = personId;
        while (next is { } id && chain.Count < LongestChain && chain.TrueForAll(known => known.Id != id))
        {
            var link = await load(PersonLink.Stream(id));
            chain.Add((id, link));
            next = link.State.MergedInto;
        }

        return new(chain);
    }

    /// <summary>
    /// What commits with a decision on the person: an assertion that the ids are still those that it was made on, and for a person with
    /// several ids a record of it, so that of two such decisions at once the second is made again.
    /// </summary>
    /// <param name="purpose">What was decided, as a code.</param>
    /// <param name="referenceId">The file that was decided on.</param>
    public IReadOnlyList<StreamAppend> Use(string purpose, Guid referenceId) => UseAll([this], purpose, referenceId);

    /// <summary>The same for several people, each stream once.</summary>
    /// <param name="people">The people.</param>
    /// <param name="purpose">What was decided, as a code.</param>
    /// <param name="referenceId">The file that was decided on.</param>
    public static IReadOnlyList<StreamAppend> UseAll(IEnumerable<LinkedPerson> people, string purpose, Guid referenceId)
    {
        ArgumentNullException.ThrowIfNull(people);
        Dictionary<string, StreamAppend> appends = [];
        foreach (var person in people)
        {
            foreach (var (_, link) in person._chain)
            {
                appends.TryAdd(link.Stream, new StreamAppend(link.Stream, link.Version, []));
            }

            if (person.IsMerged)
            {
                var survivor = person._chain[^1].Link;
                var used = survivor.Decide(new UsePersonLink(person.SurvivorId, person.PersonId, purpose, referenceId)).Append;
                appends[survivor.Stream] = used with { Events = [.. appends[survivor.Stream].Events, .. used.Events] };
            }
        }

        return [.. appends.Values];
    }
}
