using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.PayeeAccounts;

/// <summary>Learns that a person's data were erased, and erases what is held of the person's account.</summary>
/// <param name="context">What every consumer needs.</param>
public sealed class PayeeErasedConsumer(InboxContext context) : InboxConsumer<PersonErased>(context)
{
    private readonly InboxContext _context = context;

    /// <inheritdoc />
    protected override async Task<Append?> HandleAsync(ReceivedEvent<PersonErased> received, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(received);
        var payee = received.Contract.PersonId;
        var found = await RegistrationAggregate.LoadAsync(_context.Store, Registration.Stream(payee), cancellationToken);
        var erased = found.Decide(new ErasePayee(ChinaDate.Of(_context.Time.GetUtcNow())));
        return new Append([erased.Append], received.MetadataFor(ConsumerName)) { Statements = [PayeeKeys.Erase(payee)] };
    }
}
