using YouthPlatform.Contracts.Internships;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.GraduateTracking.Messages;

/// <summary>Records an internship on the intern's entry. An intern without an entry is an error to be looked at, not to be forgotten.</summary>
internal sealed class InternshipStartedConsumer(InboxContext context) : InboxConsumer<InternshipStarted>(context)
{
    private readonly IEventStore _store = context.Store;

    protected override async Task<Append?> HandleAsync(ReceivedEvent<InternshipStarted> received, CancellationToken cancellationToken)
    {
        var e = received.Contract;
        var told = new LedgerEntryCommand.RecordInternship(e.PlacementId, e.UnitId, e.Region, e.StartsOn, e.EndsOn);
        var streams = await _store.DecideInternshipAsync(e.PersonId, e.PlacementId, told, cancellationToken);
        return new Append(streams, received.MetadataFor(ConsumerName));
    }
}
