using YouthPlatform.Contracts.Internships;
using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.GraduateTracking.Messages;

/// <summary>Records the end of an internship on the intern's entry, however it ended.</summary>
internal abstract class InternshipEndConsumer<TContract>(InboxContext context) : InboxConsumer<TContract>(context)
    where TContract : class
{
    private readonly IEventStore _store = context.Store;

    /// <summary>Whose internship ended, and how it is recorded; null when the event ends none.</summary>
    protected abstract (Guid Person, LedgerEntryCommand.RecordInternshipEnd End)? EndOf(TContract contract);

    protected override async Task<Append?> HandleAsync(ReceivedEvent<TContract> received, CancellationToken cancellationToken)
    {
        if (EndOf(received.Contract) is not var (person, end))
        {
            return null;
        }

        var streams = await _store.DecideInternshipAsync(person, end.PlacementId, end, cancellationToken);
        return new Append(streams, received.MetadataFor(ConsumerName));
    }
}

internal sealed class InternshipCompletedConsumer(InboxContext context) : InternshipEndConsumer<InternshipCompleted>(context)
{
    protected override (Guid Person, LedgerEntryCommand.RecordInternshipEnd End)? EndOf(InternshipCompleted contract) =>
        (contract.PersonId, new(contract.PlacementId, contract.UnitId, contract.EndedOn));
}

internal sealed class InternshipEndedEarlyConsumer(InboxContext context) : InternshipEndConsumer<InternshipEndedEarly>(context)
{
    protected override (Guid Person, LedgerEntryCommand.RecordInternshipEnd End)? EndOf(InternshipEndedEarly contract) =>
        (contract.PersonId, new(contract.PlacementId, contract.UnitId, contract.EndedOn));
}

/// <summary>An early hire ended the internship; after its agreed end that was told already.</summary>
internal sealed class InternHiredConsumer(InboxContext context) : InternshipEndConsumer<InternHired>(context)
{
    protected override (Guid Person, LedgerEntryCommand.RecordInternshipEnd End)? EndOf(InternHired contract) =>
        contract.Stage == InternHired.Early
            ? (contract.PersonId, new(contract.PlacementId, contract.UnitId, contract.InternshipEndedOn))
            : null;
}
