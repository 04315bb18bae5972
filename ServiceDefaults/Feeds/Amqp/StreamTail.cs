using System.Buffers.Text;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace YouthPlatform.ServiceDefaults.Feeds.Amqp;

/// <summary>Finds out how far a stream has come.</summary>
internal static class StreamTail
{
    private const ushort Prefetch = 100;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    /// <summary>Position of the last event, 0 when the stream is empty: reads the last chunk to its end.</summary>
    public static async Task<long> ReadAsync(IConnection connection, string stream, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await channel.BasicQosAsync(0, Prefetch, global: false, cancellationToken);
        var positions = Channel.CreateUnbounded<(long Position, ulong Tag)>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
            positions.Writer.WriteAsync((PositionOf(delivery.BasicProperties), delivery.DeliveryTag), cancellationToken).AsTask();
        var arguments = new Dictionary<string, object?> { ["x-stream-offset"] = "last" };
        await channel.BasicConsumeAsync(
            stream, autoAck: false, consumerTag: string.Empty, noLocal: false, exclusive: false, arguments, consumer, cancellationToken);
        var last = 0L;
        while (await NextAsync(positions.Reader, cancellationToken) is var (position, tag))
        {
            last = Math.Max(last, position);
            await channel.BasicAckAsync(tag, multiple: false, cancellationToken);
        }

        return last;
    }

    /// <summary>The next message, or null when none has come for a while.</summary>
    private static async Task<(long Position, ulong Tag)?> NextAsync(ChannelReader<(long, ulong)> messages, CancellationToken cancellationToken)
    {
        try
        {
            return await messages.ReadAsync(cancellationToken).AsTask().WaitAsync(Silence, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static long PositionOf(IReadOnlyBasicProperties properties) =>
        properties.Headers?[CloudEventMessage.SequenceHeader] is byte[] text && Utf8Parser.TryParse(text, out long position, out var read) && read == text.Length
            ? position
            : throw new IOException("A message of the stream has no sequence.");
}
