using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.Internships.People;

/// <summary>Learns of people from the real-name ledger; what it learns is an event of this service's own log.</summary>
internal abstract class PersonConsumer<TContract>(InboxContext context) : InboxConsumer<TContract>(context)
    where TContract : class
{
    private readonly InboxContext _context = context;

    protected abstract (Guid PersonId, PersonCommand Command) Learn(TContract told);

    protected override async Task<Append?> HandleAsync(ReceivedEvent<TContract> received, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(received);
        var (personId, command) = Learn(received.Contract);
        var person = await _context.Store.PersonAsync(personId, cancellationToken);
        return new Append([person.Decide(command).Append], received.MetadataFor(ConsumerName));
    }
}

internal sealed class LedgerEntryOpenedConsumer(InboxContext context) : PersonConsumer<LedgerEntryOpened>(context)
{
    protected override (Guid PersonId, PersonCommand Command) Learn(LedgerEntryOpened told) => (told.PersonId, new RegisterPerson(new PersonFacts(
        told.PersonId,
        RegionCode.Parse(told.Region),
        told.EducationLevel,
        told.LeftSchoolOn,
        told.HardshipCategories,
        told.Source,
        told.OpenedOn,
        told.AgeOnOpening)));
}

internal sealed class PersonDeceasedConsumer(InboxContext context) : PersonConsumer<PersonDeceased>(context)
{
    protected override (Guid PersonId, PersonCommand Command) Learn(PersonDeceased told) =>
        (told.PersonId, new RecordDeath(told.PersonId, told.DeceasedOn));
}

internal sealed class PersonErasedConsumer(InboxContext context) : PersonConsumer<PersonErased>(context)
{
    protected override (Guid PersonId, PersonCommand Command) Learn(PersonErased told) =>
        (told.PersonId, new RecordErasure(told.PersonId, told.ErasedOn));
}

internal sealed class UnemploymentRegisteredConsumer(InboxContext context) : PersonConsumer<UnemploymentRegistered>(context)
{
    protected override (Guid PersonId, PersonCommand Command) Learn(UnemploymentRegistered told) =>
        (told.PersonId, new RecordUnemployment(told.PersonId, new(told.RegisteredOn, told.AgeOnRegistration)));
}

internal sealed class UnemploymentEndedConsumer(InboxContext context) : PersonConsumer<UnemploymentEnded>(context)
{
    protected override (Guid PersonId, PersonCommand Command) Learn(UnemploymentEnded told) =>
        (told.PersonId, new EndUnemployment(told.PersonId, told.RegisteredOn, told.EndedOn));
}
