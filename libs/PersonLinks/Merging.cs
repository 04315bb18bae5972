using YouthPlatform.EventStore;

namespace YouthPlatform.PersonLinks;

/// <summary>What a merge or an un-merge of the ledger changes here. Messages come in any order; the newest of an id counts.</summary>
internal static class Merging
{
    /// <summary>Both ids' streams change together; nothing where something newer is known of the id.</summary>
    public static async Task<IReadOnlyList<StreamAppend>> DecideAsync(
        IEventStore store, Guid personId, PersonLinkCommand command, DateOnly on, CancellationToken cancellationToken)
    {
        var link = await LoadAsync(store, personId, cancellationToken);
        var decision = link.Decide(command);
        List<StreamAppend> appends = [decision.Append];
        var (was, now) = (link.State.MergedInto, decision.State.MergedInto);
        if (was == now)
        {
            return appends;
        }

        if (was is { } from)
        {
            appends.Add((await LoadAsync(store, from, cancellationToken)).Decide(new ReleasePerson(from, personId, on)).Append);
        }

        if (now is { } into)
        {
            appends.Add((await LoadAsync(store, into, cancellationToken)).Decide(new AbsorbPerson(into, personId, on)).Append);
        }

        return appends;
    }

    private static Task<PersonLinkAggregate> LoadAsync(IEventStore store, Guid personId, CancellationToken cancellationToken) =>
        PersonLinkAggregate.LoadAsync(store, PersonLink.Stream(personId), cancellationToken);
}
