using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.Reporting.Facts;

/// <summary>
/// Records a public event as a fact. Every fact has a stream of its own, so that facts neither wait for each other nor
/// make streams long, and the same fact cannot be recorded twice.
/// </summary>
/// <typeparam name="TContract">The contract.</typeparam>
internal sealed class FactConsumer<TContract>(InboxContext context) : InboxConsumer<TContract>(context)
    where TContract : class
{
    protected override string ConsumerName => "facts";

    protected override Task<Append?> HandleAsync(ReceivedEvent<TContract> received, CancellationToken cancellationToken)
    {
        var fact = FactTypes.Of<TContract>().FactOf(received.MessageId, received.Sequence, received.Contract);
        return Task.FromResult<Append?>(
            new Append([new StreamAppend($"fact-{fact.EventId}", 0, [fact])], received.MetadataFor(ConsumerName)));
    }
}
