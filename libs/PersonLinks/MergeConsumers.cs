using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.PersonLinks;

/// <summary>Learns that two ids are of one person, and proposes in the same commit to correct what was granted under both.</summary>
/// <param name="context">What every consumer needs.</param>
/// <param name="doubled">Finds what was granted twice.</param>
public sealed class LedgerEntryMergedConsumer(InboxContext context, DoubledEntitlements doubled) : InboxConsumer<LedgerEntryMerged>(context)
{
    private readonly InboxContext _context = context;

    /// <inheritdoc />
    protected override async Task<Append?> HandleAsync(ReceivedEvent<LedgerEntryMerged> received, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(received);
        var (told, metadata) = (received.Contract, received.MetadataFor(ConsumerName));
        var merge = new MergePerson(told.PersonId, told.IntoPersonId, received.Sequence, told.MergedOn);
        var links = await Merging.DecideAsync(_context.Store, told.PersonId, merge, told.MergedOn, cancellationToken);
        if (links.All(link => link.Events.Count == 0))
        {
            return new Append(links, metadata);
        }

        var survivor = await LinkedPerson.LoadAsync(_context.Store, told.IntoPersonId, cancellationToken);
        var today = ChinaDate.Of(_context.Time.GetUtcNow());
        Guid[] ids = [.. survivor.Ids.Append(told.PersonId).Distinct()];
        return new Append([.. links, .. await doubled.CorrectAsync(ids, ConsumerName, today, cancellationToken)], metadata);
    }
}

/// <summary>Learns that two ids are of two people after all. What was recorded under each of them stays under it.</summary>
/// <param name="context">What every consumer needs.</param>
public sealed class LedgerEntryUnmergedConsumer(InboxContext context) : InboxConsumer<LedgerEntryUnmerged>(context)
{
    private readonly InboxContext _context = context;

    /// <inheritdoc />
    protected override async Task<Append?> HandleAsync(ReceivedEvent<LedgerEntryUnmerged> received, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(received);
        var told = received.Contract;
        var unmerge = new UnmergePerson(told.PersonId, told.FromPersonId, received.Sequence, told.UnmergedOn);
        var links = await Merging.DecideAsync(_context.Store, told.PersonId, unmerge, told.UnmergedOn, cancellationToken);
        return new Append(links, received.MetadataFor(ConsumerName));
    }
}
