using Npgsql;
using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore;
using YouthPlatform.PersonLinks;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.Reads;

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

/// <summary>Hardships come and go while applications stand: what waits for a review moves to where it belongs (H9 §二(一)).</summary>
internal sealed class HardshipChangedConsumer(InboxContext context, NpgsqlDataSource database) : InboxConsumer<HardshipChanged>(context)
{
    private const string Standing =
        """
        SELECT application_id FROM applications
        WHERE person_id = ANY ($1) AND status IN ('submitted', 'approved', 'invited', 'offered', 'accepted') ORDER BY application_id
        """;

    private readonly InboxContext _context = context;

    protected override async Task<Append?> HandleAsync(ReceivedEvent<HardshipChanged> received, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(received);
        var told = received.Contract;
        var person = await _context.Store.PersonAsync(told.PersonId, cancellationToken);
        var linked = await LinkedPerson.LoadAsync(_context.Store, told.PersonId, cancellationToken);
        var standing = await database.RowsAsync(Standing, [linked.Ids.ToArray()], row => row.GetGuid(0), cancellationToken);
        var decision = person.Decide(new RecordHardship(told.PersonId, told.HardshipCategories, received.Sequence, told.ChangedOn, standing));
        return new Append([decision.Append], received.MetadataFor(ConsumerName));
    }
}
