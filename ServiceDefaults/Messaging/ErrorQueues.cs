using RabbitMQ.Client;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>Messages that could not be handled wait in <c>{queue}_error</c>; here they are handed in again.</summary>
/// <param name="address">The broker's amqp address.</param>
public sealed class ErrorQueues(string address)
{
    private const string Suffix = "_error";

    /// <summary>
    /// Moves the messages that are in a queue's error queue now back to the queue. Each leaves the error queue after the broker has
    /// confirmed it in the queue, so a crash repeats it and never loses it.
    /// </summary>
    /// <param name="queue">Name of the queue, without the suffix.</param>
    /// <param name="cancellationToken">Stops between two messages.</param>
    /// <returns>How many were moved.</returns>
    public async Task<int> ReplayErrorsAsync(string queue, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queue);
        var factory = new ConnectionFactory { Uri = new Uri(address), ClientProvidedName = $"replay of {queue}{Suffix}" };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        var waiting = await channel.MessageCountAsync(queue + Suffix, cancellationToken);
        var moved = 0;
        while (moved < waiting && await channel.BasicGetAsync(queue + Suffix, autoAck: false, cancellationToken) is { } message)
        {
            await channel.BasicPublishAsync(
                string.Empty, queue, mandatory: true, WithoutFault(message.BasicProperties), message.Body, cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
            moved++;
        }

        return moved;
    }

    private static BasicProperties WithoutFault(IReadOnlyBasicProperties properties)
    {
        var kept = new BasicProperties(properties);
        kept.Headers = kept.Headers?
            .Where(header => !header.Key.StartsWith("MT-Fault-", StringComparison.Ordinal) && header.Key != "MT-Reason")
            .ToDictionary();
        return kept;
    }
}
