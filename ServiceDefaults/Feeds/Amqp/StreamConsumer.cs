using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace YouthPlatform.ServiceDefaults.Feeds.Amqp;

/// <summary>Reads a stream from an offset on. It ends with an exception when the connection or the stream goes.</summary>
internal sealed class StreamConsumer : IAsyncDisposable
{
    private const ushort Prefetch = 1000;

    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly Channel<StreamMessage> _messages = Channel.CreateUnbounded<StreamMessage>();

    private StreamConsumer(IConnection connection, IChannel channel) => (_connection, _channel) = (connection, channel);

    /// <summary>Opens a stream, which is declared if it is not there yet.</summary>
    /// <param name="address">The broker's amqp address.</param>
    /// <param name="name">What the broker's operators see.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="offset">The first message to read, counted from 0.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    public static async Task<StreamConsumer> OpenAsync(string address, string name, FeedQueue stream, long offset, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = new Uri(address), ClientProvidedName = name, AutomaticRecoveryEnabled = false };
        var connection = await factory.CreateConnectionAsync(cancellationToken);
        try
        {
            var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            await channel.BasicQosAsync(0, Prefetch, global: false, cancellationToken);
            await FeedQueue.DeclareAsync(connection, [stream], cancellationToken);
            var opened = new StreamConsumer(connection, channel);
            await opened.ConsumeAsync(stream.Name, offset, cancellationToken);
            return opened;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>What has come, at least one message and at most as many as asked for.</summary>
    /// <exception cref="IOException">The connection or the stream is gone.</exception>
    public async Task<IReadOnlyList<StreamMessage>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        if (!await _messages.Reader.WaitToReadAsync(cancellationToken))
        {
            throw new IOException("The stream has ended.");
        }

        var read = new List<StreamMessage>();
        while (read.Count < most && _messages.Reader.TryRead(out var message))
        {
            read.Add(message);
        }

        return read;
    }

    /// <summary>Asks for more, now that everything up to a message has been dealt with.</summary>
    public ValueTask AcknowledgeAsync(ulong tag, CancellationToken cancellationToken) => _channel.BasicAckAsync(tag, multiple: true, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task ConsumeAsync(string stream, long offset, CancellationToken cancellationToken)
    {
        var consumer = new AsyncEventingBasicConsumer(_channel);
        consumer.ReceivedAsync += (_, delivery) => _messages.Writer.WriteAsync(new(delivery.Body.ToArray(), delivery.DeliveryTag), CancellationToken.None).AsTask();
        consumer.UnregisteredAsync += (_, _) => EndAsync();
        consumer.ShutdownAsync += (_, _) => EndAsync();
        await _channel.BasicConsumeAsync(
            stream,
            autoAck: false,
            consumerTag: string.Empty,
            noLocal: false,
            exclusive: false,
            new Dictionary<string, object?> { ["x-stream-offset"] = offset },
            consumer,
            cancellationToken);
    }

    private Task EndAsync()
    {
        _messages.Writer.TryComplete();
        return Task.CompletedTask;
    }
}

/// <summary>A message of a stream.</summary>
/// <param name="Body">Its body.</param>
/// <param name="Tag">What it is acknowledged by.</param>
internal sealed record StreamMessage(byte[] Body, ulong Tag);
