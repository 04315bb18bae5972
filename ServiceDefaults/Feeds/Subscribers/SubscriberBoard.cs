using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Feeds.Amqp;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>Subscribers with the places where they are.</summary>
internal sealed class SubscriberBoard(SubscriberTable table, SubscriptionOperations operations, PublicLogReader log, ServiceIdentity service)
{
    public async Task<IReadOnlyList<SubscriberView>> ListAsync(CancellationToken cancellationToken)
    {
        var subscribers = await table.ListAsync(cancellationToken);
        var positions = (await operations.ListAsync(cancellationToken)).ToDictionary(status => status.Name, status => status.Position, StringComparer.Ordinal);
        var head = await log.GetHeadPositionAsync(cancellationToken);
        return [.. subscribers.Select(subscriber => View(subscriber, positions.GetValueOrDefault(subscriber.Subscription, subscriber.Start), head))];
    }

    /// <exception cref="ApiException">404 <c>subscriber.unknown</c></exception>
    public async Task<SubscriberView> FindAsync(string name, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(view => view.Name == name) ?? throw SubscriberRules.Unknown();

    private SubscriberView View(Subscriber subscriber, long position, long head) => new(
        subscriber.Name,
        subscriber.Kind,
        subscriber.Address,
        subscriber.Kind == SubscriberKind.Queue ? FeedQueue.OfSubscriber(service.Name, subscriber.Name)[^1].Name : null,
        subscriber.Types,
        subscriber.Regions,
        subscriber.State,
        subscriber.Reason,
        position,
        Math.Max(0, head - position),
        subscriber.ChangedBy,
        subscriber.ChangedAt);
}
