using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Feeds.Amqp;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>Puts events into a quorum queue of the subscriber's own. An event that may have arrived in a break comes again with the same message id.</summary>
internal sealed class QueueDelivery(string address, string subscriber, ServiceIdentity service) : IDelivery
{
    private readonly BrokerLink _broker = new(address, $"{service.Name} subscriber {subscriber}", FeedQueue.OfSubscriber(service.Name, subscriber));

    public int MostEvents => 500;

    public async Task<string> DeliverAsync(IReadOnlyList<PublicEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            await _broker.OpenAsync(cancellationToken);
            await _broker.PublishAsync(events.Select(item => CloudEventMessage.Of(item, service.Source)), cancellationToken);
            return "confirmed";
        }
        catch (BrokerGoneException e)
        {
            throw new DeliveryException(e.InnerException?.Message ?? e.Message, isOurs: true, inner: e);
        }
    }

    public ValueTask DisposeAsync() => _broker.DisposeAsync();
}
