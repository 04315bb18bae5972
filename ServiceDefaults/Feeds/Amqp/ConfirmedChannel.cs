using RabbitMQ.Client;

namespace YouthPlatform.ServiceDefaults.Feeds.Amqp;

/// <summary>Publishes one message after the other without waiting for each, and then waits until the broker has confirmed them all.</summary>
internal sealed class ConfirmedChannel : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IChannel _channel;
    private readonly Lock _lock = new();
    private ulong _published;
    private ulong _confirmed;
    private Exception? _refused;
    private TaskCompletionSource _changed = NewSignal();

    private ConfirmedChannel(IChannel channel) => _channel = channel;

    public bool IsOpen => _channel.IsOpen;

    public static async Task<ConfirmedChannel> OpenAsync(IConnection connection, IReadOnlyList<FeedQueue> queues, CancellationToken cancellationToken)
    {
        var options = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false);
        var opened = new ConfirmedChannel(await connection.CreateChannelAsync(options, cancellationToken));
        var channel = opened._channel;
        channel.BasicAcksAsync += (_, ack) => opened.Confirmed(ack.DeliveryTag);
        channel.BasicNacksAsync += (_, nack) => opened.Refuse(new TimeoutException($"The broker refused message {nack.DeliveryTag}."));
        channel.BasicReturnAsync += (_, returned) => opened.Refuse(new TimeoutException($"There is no queue {returned.RoutingKey}."));
        channel.ChannelShutdownAsync += (_, shutdown) => opened.Refuse(new IOException($"The channel was closed: {shutdown.ReplyText}"));
        await FeedQueue.DeclareAsync(connection, queues, cancellationToken);
        return opened;
    }

    /// <summary>Publishes messages to a queue, in order.</summary>
    /// <exception cref="TimeoutException">The broker refused one, or did not confirm in time.</exception>
    /// <exception cref="IOException">The channel was closed.</exception>
    public async Task PublishAsync(
        string queue, IEnumerable<(BasicProperties Properties, ReadOnlyMemory<byte> Body)> messages, CancellationToken cancellationToken)
    {
        foreach (var (properties, body) in messages)
        {
            await _channel.BasicPublishAsync(string.Empty, queue, mandatory: true, properties, body, cancellationToken);
            _published++;
        }

        await ConfirmationAsync(_published).WaitAsync(Patience, TimeProvider.System, cancellationToken);
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private async Task ConfirmationAsync(ulong last)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_refused is not null)
                {
                    throw _refused;
                }

                if (_confirmed >= last)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed;
        }
    }

    /// <summary>Confirmations of a queue come in order; one with a gap before it confirms those too.</summary>
    private Task Confirmed(ulong tag) => Change(() => _confirmed = Math.Max(_confirmed, tag));

    private Task Refuse(Exception reason) => Change(() => _refused ??= reason);

    private Task Change(Action change)
    {
        lock (_lock)
        {
            change();
            _changed.TrySetResult();
            _changed = NewSignal();
        }

        return Task.CompletedTask;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
