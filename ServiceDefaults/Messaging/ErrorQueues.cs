using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>Messages that could not be handled wait in <c>{queue}_error</c>; here they are handed in again.</summary>
/// <param name="address">The broker's amqp address.</param>
public sealed class ErrorQueues(string address)
{
    private const string Suffix = "_error";
    private const ushort Prefetch = 16;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>Counts the messages that wait in the error queues of some queues.</summary>
    /// <param name="queues">Names of the queues, without the suffix.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<IReadOnlyList<(string Queue, long Messages)>> CountErrorsAsync(
        IReadOnlyList<string> queues, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queues);
        await using var connection = await ConnectAsync("count of errors", cancellationToken);
        var counts = new List<(string Queue, long Messages)>(queues.Count);
        foreach (var queue in queues)
        {
            // The broker closes the channel on which a queue that does not exist was asked for.
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            counts.Add((queue, await CountAsync(channel, queue + Suffix, cancellationToken)));
        }

        return counts;
    }

    /// <summary>Looks at the first messages of a queue's error queue and leaves them there.</summary>
    /// <param name="queue">Name of the queue, without the suffix.</param>
    /// <param name="limit">Most messages to look at.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Their bodies, the oldest first.</returns>
    public async Task<IReadOnlyList<byte[]>> PeekErrorsAsync(string queue, int limit, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queue);
        await using var connection = await ConnectAsync($"look at {queue}{Suffix}", cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var waiting = await CountAsync(channel, queue + Suffix, cancellationToken);
        var bodies = new List<byte[]>();
        // What was taken and not acknowledged goes back to its place when the channel is closed.
        while (bodies.Count < Math.Min(waiting, limit)
            && await channel.BasicGetAsync(queue + Suffix, autoAck: false, cancellationToken) is { } message)
        {
            bodies.Add(message.Body.ToArray());
        }

        return bodies;
    }

    /// <summary>
    /// Moves the messages that are in a queue's error queue now back to the queue. Each leaves the error queue after the broker has
    /// confirmed it in the queue, so a crash repeats it and never loses it.
    /// </summary>
    /// <param name="queue">Name of the queue, without the suffix.</param>
    /// <param name="cancellationToken">Stops between two messages.</param>
    /// <returns>How many were moved.</returns>
    /// <exception cref="TimeoutException">The broker delivers nothing; somebody else may be replaying.</exception>
    public async Task<int> ReplayErrorsAsync(string queue, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queue);
        await using var connection = await ConnectAsync($"replay of {queue}{Suffix}", cancellationToken);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        var waiting = await CountAsync(channel, queue + Suffix, cancellationToken);
        return waiting == 0 ? 0 : await MoveAsync(channel, queue, waiting, cancellationToken);
    }

    private Task<IConnection> ConnectAsync(string name, CancellationToken cancellationToken) =>
        new ConnectionFactory { Uri = new Uri(address), ClientProvidedName = name }.CreateConnectionAsync(cancellationToken);

    /// <summary>An error queue exists from its first message on.</summary>
    private static async Task<uint> CountAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.MessageCountAsync(queue, cancellationToken);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: Constants.NotFound })
        {
            return 0;
        }
    }

    private static async Task<int> MoveAsync(IChannel channel, string queue, uint waiting, CancellationToken cancellationToken)
    {
        await channel.BasicQosAsync(0, Prefetch, global: false, cancellationToken);
        var deliveries = Channel.CreateUnbounded<BasicDeliverEventArgs>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) => deliveries.Writer.WriteAsync(Copy(delivery), cancellationToken).AsTask();
        await channel.BasicConsumeAsync(queue + Suffix, autoAck: false, consumer, cancellationToken);
        var moved = 0;
        while (moved < waiting)
        {
            var message = await deliveries.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(Silence, TimeProvider.System, cancellationToken);
            await channel.BasicPublishAsync(
                string.Empty, queue, mandatory: true, WithoutFault(message.BasicProperties), message.Body, cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
            moved++;
        }

        return moved;
    }

    /// <summary>The client takes the body's memory back when the handler returns.</summary>
    private static BasicDeliverEventArgs Copy(BasicDeliverEventArgs delivery) => new(
        delivery.ConsumerTag,
        delivery.DeliveryTag,
        delivery.Redelivered,
        delivery.Exchange,
        delivery.RoutingKey,
        delivery.BasicProperties,
        delivery.Body.ToArray(),
        delivery.CancellationToken);

    private static BasicProperties WithoutFault(IReadOnlyBasicProperties properties)
    {
        var kept = new BasicProperties(properties);
        kept.Headers = kept.Headers?
            .Where(header => !header.Key.StartsWith("MT-Fault-", StringComparison.Ordinal) && header.Key != "MT-Reason")
            .ToDictionary();
        return kept;
    }
}
