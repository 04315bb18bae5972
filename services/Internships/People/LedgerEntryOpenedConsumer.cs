using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.Internships.People;

/// <summary>Learns of people from the real-name ledger; what it learns is an event of this service's own log.</summary>
internal sealed class LedgerEntryOpenedConsumer(InboxContext context) : InboxConsumer<LedgerEntryOpened>(context)
{
    private readonly InboxContext _context = context;

    protected override async Task<Append?> HandleAsync(ReceivedEvent<LedgerEntryOpened> received, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(received);
        var entry = received.Contract;
        var person = await _context.Store.PersonAsync(entry.PersonId, cancellationToken);
        var facts = new PersonFacts(
            entry.PersonId,
            RegionCode.Parse(entry.Region),
            entry.EducationLevel,
            entry.LeftSchoolOn,
            entry.HardshipCategories,
            entry.Source,
            entry.OpenedOn,
            entry.AgeOnOpening);
        return new Append([person.Decide(new RegisterPerson(facts)).Append], received.MetadataFor(ConsumerName));
    }
}
