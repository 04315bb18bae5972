using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace YouthPlatform.ServiceDefaults.Feeds.Amqp;

/// <summary>A channel to the broker that is opened when it is needed, and anew after a failure.</summary>
/// <param name="address">The broker's amqp address.</param>
/// <param name="name">What the broker's operators see.</param>
/// <param name="queues">Declared when the channel is opened; messages go to the last.</param>
internal sealed class BrokerLink(string address, string name, IReadOnlyList<FeedQueue> queues) : IAsyncDisposable
{
    private IConnection? _connection;
    private ConfirmedChannel? _channel;

    /// <summary>Opens the channel unless it is open.</summary>
    /// <returns>Whether it was opened now.</returns>
    /// <exception cref="BrokerGoneException">The broker is out of reach, or has the queue with other arguments.</exception>
    public async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true })
        {
            return false;
        }

        await DisposeAsync();
        try
        {
            var factory = new ConnectionFactory { Uri = new Uri(address), ClientProvidedName = name, AutomaticRecoveryEnabled = false };
            _connection = await factory.CreateConnectionAsync(cancellationToken);
            _channel = await ConfirmedChannel.OpenAsync(_connection, queues, cancellationToken);
            return true;
        }
        catch (Exception e) when (IsBroker(e))
        {
            throw new BrokerGoneException(e);
        }
    }

    /// <summary>Publishes messages in order; returns when the broker has them all.</summary>
    /// <exception cref="BrokerGoneException">The broker went away or refused; some of them may be there.</exception>
    public Task PublishAsync(IEnumerable<(BasicProperties Properties, ReadOnlyMemory<byte> Body)> messages, CancellationToken cancellationToken) =>
        UseAsync(channel => channel.PublishAsync(queues[^1].Name, messages, cancellationToken));

    /// <summary>Position of the last event in the stream, 0 when it is empty.</summary>
    /// <exception cref="BrokerGoneException">The broker went away.</exception>
    public async Task<long> ReadTailAsync(CancellationToken cancellationToken)
    {
        var connection = _connection ?? throw new InvalidOperationException("The channel is not open.");
        try
        {
            return await StreamTail.ReadAsync(connection, queues[^1].Name, cancellationToken);
        }
        catch (Exception e) when (IsBroker(e))
        {
            throw new BrokerGoneException(e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        var (channel, connection) = (_channel, _connection);
        (_channel, _connection) = (null, null);
        try
        {
            await (channel?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception e) when (IsBroker(e))
        {
            // It is gone already.
        }
    }

    private async Task UseAsync(Func<ConfirmedChannel, Task> use)
    {
        try
        {
            await use(_channel ?? throw new InvalidOperationException("The channel is not open."));
        }
        catch (Exception e) when (IsBroker(e))
        {
            await DisposeAsync();
            throw new BrokerGoneException(e);
        }
    }

    private static bool IsBroker(Exception e) =>
        e is RabbitMQClientException or IOException or TimeoutException or System.Net.Sockets.SocketException or ObjectDisposedException;
}

/// <summary>The broker is out of reach, or did not take a message.</summary>
/// <param name="cause">What the client said.</param>
public sealed class BrokerGoneException(Exception cause) : Exception("The broker is out of reach or did not confirm.", cause);
