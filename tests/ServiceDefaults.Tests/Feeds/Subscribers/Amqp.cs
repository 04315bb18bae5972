using System.Text.Json;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds.Subscribers;

/// <summary>A consumer that knows nothing of the platform.</summary>
internal sealed class Amqp : IAsyncDisposable
{
    private readonly IConnection _connection;

    private Amqp(IConnection connection, IChannel channel)
    {
        _connection = connection;
        Channel = channel;
    }

    public IChannel Channel { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Amqp> ConnectAsync(string broker)
    {
        var connection = await new ConnectionFactory { Uri = new(broker) }.CreateConnectionAsync(Cancelled);
        var channel = await connection.CreateChannelAsync(cancellationToken: Cancelled);
        await channel.BasicQosAsync(0, 200, global: false, Cancelled);
        return new(connection, channel);
    }

    /// <summary>Reads a stream from its first message on until it has held its peace for a moment.</summary>
    public async Task<List<JsonElement>> ReadStreamAsync(string stream)
    {
        var events = System.Threading.Channels.Channel.CreateUnbounded<JsonElement>();
        var consumer = new AsyncEventingBasicConsumer(Channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            delivery.BasicProperties.ContentType.ShouldBe("application/cloudevents+json");
            await events.Writer.WriteAsync(JsonSerializer.Deserialize<JsonElement>(delivery.Body.Span), Cancelled);
            await Channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, Cancelled);
        };
        var arguments = new Dictionary<string, object?> { ["x-stream-offset"] = "first" };
        var tag = await Channel.BasicConsumeAsync(stream, autoAck: false, "", noLocal: false, exclusive: false, arguments, consumer, Cancelled);
        List<JsonElement> read = [];
        while (await NextAsync(events.Reader) is { } item)
        {
            read.Add(item);
        }

        await Channel.BasicCancelAsync(tag, cancellationToken: Cancelled);
        return read;
    }

    public async ValueTask DisposeAsync()
    {
        await Channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static async Task<JsonElement?> NextAsync(ChannelReader<JsonElement> events)
    {
        try
        {
            return await events.ReadAsync(Cancelled).AsTask().WaitAsync(TimeSpan.FromSeconds(2), TimeProvider.System, Cancelled);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
