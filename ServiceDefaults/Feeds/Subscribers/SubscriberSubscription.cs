using System.Diagnostics;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>
/// Follows the public log for one subscriber and brings it what it asked for, in order; nothing comes before what was refused. After a row
/// of failures it is paused, and what it has not got waits in the log.
/// </summary>
internal sealed class SubscriberSubscription(
    Subscriber subscriber, IDelivery delivery, SubscriberTable table, AttemptLog attempts, SubscriberOptions options)
    : ISubscription<PublicEvent>
{
    public string Name => subscriber.Subscription;

    public bool IsExternal => true;

    public long InitialPosition => subscriber.Start;

    public async Task HandleAsync(SubscriptionBatch<PublicEvent> batch, CancellationToken cancellationToken)
    {
        foreach (var events in batch.Events.Where(subscriber.Wants).Chunk(delivery.MostEvents))
        {
            await DeliverAsync(events, cancellationToken);
        }
    }

    private async Task DeliverAsync(PublicEvent[] events, CancellationToken cancellationToken)
    {
        var at = TimeProvider.System.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var outcome = await delivery.DeliverAsync(events, cancellationToken);
            await NoteAsync(succeeded: true, outcome);
        }
        catch (DeliveryException e)
        {
            await NoteAsync(succeeded: false, e.Message);
            throw new SubscriptionUnavailableException($"Subscriber {subscriber.Name} did not take events.", e)
            {
                RetryAfter = e.IsOurs ? null : await BackOffAsync(e, cancellationToken),
            };
        }

        Task NoteAsync(bool succeeded, string outcome) => attempts.AddAsync(
            subscriber.Name,
            new(0, events[0].Position, events[^1].Position, events.Length, at, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds, succeeded, outcome),
            cancellationToken);
    }

    /// <summary>How long to wait; where it has failed too often, or wants no more, it is paused as well.</summary>
    private async Task<TimeSpan> BackOffAsync(DeliveryException failure, CancellationToken cancellationToken)
    {
        var failures = await attempts.FailuresInARowAsync(subscriber.Name, cancellationToken);
        if (failure.IsFinal || failures % options.MaxFailures == 0)
        {
            var reason = failure.IsFinal ? "接收方答复 410，不再接收" : $"连续 {failures} 次推送失败，最后一次：{failure.Message}";
            await table.MoveAsync(subscriber.Name, SubscriberState.Paused, reason, SubscriberOptions.Service, cancellationToken);
        }

        var factor = Math.Pow(2, Math.Min(failures - 1, 20));
        return TimeSpan.FromMilliseconds(Math.Min(options.Backoff.TotalMilliseconds * factor, options.MaxBackoff.TotalMilliseconds));
    }
}
