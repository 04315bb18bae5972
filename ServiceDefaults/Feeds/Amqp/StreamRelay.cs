using Microsoft.Extensions.Configuration;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.ServiceDefaults.Feeds.Amqp;

/// <summary>
/// Keeps a RabbitMQ stream that holds the public log, each event once and in order. After every break it looks how far the stream has come and goes on from
/// there, so that a crash between the broker's confirmation and the checkpoint doubles nothing, and a stream that was lost is filled anew.
/// </summary>
internal sealed class StreamRelay(PublicLogReader log, ServiceIdentity service, IConfiguration configuration) : ISubscription<PublicEvent>, IAsyncDisposable
{
    private const int PageSize = 500;

    private readonly BrokerLink _broker = new(
        configuration.GetConnectionString(MessagingExtensions.ConnectionName) ?? string.Empty,
        $"{service.Name} stream",
        [FeedQueue.StreamOf(service.Name)]);

    private long _tail;

    public string Name => "stream";

    public bool IsExternal => true;

    /// <summary>Another process may have gone on with the stream meanwhile.</summary>
    public async Task PrepareAsync(Func<SqlStatement, CancellationToken, Task> execute, CancellationToken cancellationToken) => await _broker.DisposeAsync();

    public async Task HandleAsync(SubscriptionBatch<PublicEvent> batch, CancellationToken cancellationToken)
    {
        try
        {
            if (await _broker.OpenAsync(cancellationToken))
            {
                _tail = await _broker.ReadTailAsync(cancellationToken);
            }

            await CatchUpAsync(batch.Events[0].Position, cancellationToken);
            await PublishAsync([.. batch.Events.Where(item => item.Position > _tail)], cancellationToken);
        }
        catch (BrokerGoneException e)
        {
            throw new SubscriptionUnavailableException("The stream does not take events now.", e);
        }
    }

    public ValueTask DisposeAsync() => _broker.DisposeAsync();

    private async Task CatchUpAsync(long next, CancellationToken cancellationToken)
    {
        while (_tail < next - 1)
        {
            var missing = await log.ReadAsync(_tail, (int)Math.Min(PageSize, next - 1 - _tail), null, null, cancellationToken);
            await PublishAsync(missing, cancellationToken);
        }
    }

    private async Task PublishAsync(IReadOnlyList<PublicEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count > 0)
        {
            await _broker.PublishAsync(events.Select(item => CloudEventMessage.Of(item, service.Source)), cancellationToken);
            _tail = events[^1].Position;
        }
    }
}
