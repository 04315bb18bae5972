using YouthPlatform.Contracts.Internships;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.GraduateTracking.Messages;

/// <summary>Records the end of an internship on the intern's entry.</summary>
internal sealed class InternshipCompletedConsumer(InboxContext context) : InboxConsumer<InternshipCompleted>(context)
{
    private readonly IEventStore _store = context.Store;

    protected override async Task<Append?> HandleAsync(ReceivedEvent<InternshipCompleted> received, CancellationToken cancellationToken)
    {
        var e = received.Contract;
        var entry = await Aggregate<LedgerEntry, LedgerEntryState, LedgerEntryCommand, LedgerEntryEvent>.LoadAsync(
            _store, LedgerEntry.StreamOf(e.PersonId), cancellationToken);
        var decision = entry.Decide(new LedgerEntryCommand.RecordInternshipEnd(e.PlacementId, e.UnitId, e.EndedOn));
        return new Append([decision.Append], received.MetadataFor(ConsumerName));
    }
}
