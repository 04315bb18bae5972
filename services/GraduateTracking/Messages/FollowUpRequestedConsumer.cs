using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.ServiceDefaults.Messaging;
using Internships = YouthPlatform.Contracts.Internships;

namespace YouthPlatform.GraduateTracking.Messages;

/// <summary>Records on the former intern's entry that further help is due (H9 §二(六)).</summary>
internal sealed class FollowUpRequestedConsumer(InboxContext context) : InboxConsumer<Internships.FollowUpRequested>(context)
{
    private readonly IEventStore _store = context.Store;

    protected override async Task<Append?> HandleAsync(ReceivedEvent<Internships.FollowUpRequested> received, CancellationToken cancellationToken)
    {
        var e = received.Contract;
        var entry = await _store.LedgerEntryAsync(e.PersonId, cancellationToken);
        var decision = entry.Decide(new LedgerEntryCommand.RequestFollowUp(e.PlacementId, e.UnitId, e.RequestedOn));
        return new Append([decision.Append], received.MetadataFor(ConsumerName));
    }
}
