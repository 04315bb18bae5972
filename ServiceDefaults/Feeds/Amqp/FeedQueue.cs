using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.ServiceDefaults.Feeds.Amqp;

/// <summary>A durable queue of the broker and what it is declared with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its arguments; the broker refuses to declare it again with others.</param>
internal sealed record FeedQueue(string Name, IReadOnlyDictionary<string, object?> Arguments)
{
    private const string QueueType = "x-queue-type";
    private const int Deliveries = 5;

    /// <summary>The stream of a service: everything it ever published, to be read from anywhere.</summary>
    public static FeedQueue StreamOf(string service) => new($"feeds.{service}", new Dictionary<string, object?> { [QueueType] = "stream" });

    /// <summary>The queues of a subscriber: its own, and the one for what it gave back too often.</summary>
    public static IReadOnlyList<FeedQueue> OfSubscriber(string service, string subscriber)
    {
        var name = $"feeds.{service}.{subscriber}";
        var errors = name + "_error";
        return
        [
            new(errors, new Dictionary<string, object?> { [QueueType] = "quorum" }),
            new(name, new Dictionary<string, object?>
            {
                [QueueType] = "quorum",
                ["x-delivery-limit"] = Deliveries,
                ["x-overflow"] = "reject-publish",
                ["x-dead-letter-strategy"] = "at-least-once",
                ["x-dead-letter-exchange"] = string.Empty,
                ["x-dead-letter-routing-key"] = errors,
            }),
        ];
    }

    /// <summary>Declares queues. Where one was not there, returns when the broker keeps them all for good; where all were, whoever declared them saw to that.</summary>
    public static async Task DeclareAsync(IConnection connection, IEnumerable<FeedQueue> queues, CancellationToken cancellationToken)
    {
        var isAnyNew = false;
        foreach (var queue in queues)
        {
            isAnyNew |= await queue.DeclareAsync(connection, cancellationToken);
        }

        if (isAnyNew)
        {
            await Task.Delay(NewQueues.Settling, TimeProvider.System, cancellationToken);
        }
    }

    /// <returns>Whether it was not there.</returns>
    private async Task<bool> DeclareAsync(IConnection connection, CancellationToken cancellationToken)
    {
        var isNew = !await ExistsAsync(connection, cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(Name, durable: true, exclusive: false, autoDelete: false, Arguments.ToDictionary(), cancellationToken: cancellationToken);
        return isNew;
    }

    /// <summary>The broker closes the channel on which a queue that does not exist was asked for.</summary>
    private async Task<bool> ExistsAsync(IConnection connection, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            await channel.QueueDeclarePassiveAsync(Name, cancellationToken);
            return true;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: Constants.NotFound })
        {
            return false;
        }
    }
}
