using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RabbitMQ.Client;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds.Amqp;

/// <summary>
/// A public event as an AMQP message, by CloudEvents' AMQP binding in structured mode: the body is the event as the feed writes it. Attributes that
/// consumers sort by are headers too, of the same type as in the body.
/// </summary>
internal static class CloudEventMessage
{
    public const string SequenceHeader = "cloudEvents:sequence";

    public static (BasicProperties Properties, ReadOnlyMemory<byte> Body) Of(PublicEvent item, string source)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, CloudEventWriter.Options))
        {
            CloudEventWriter.Write(json, item, source);
        }

        var properties = new BasicProperties
        {
            ContentType = "application/cloudevents+json",
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = item.Id.ToString(),
            Headers = new Dictionary<string, object?>
            {
                ["cloudEvents:type"] = item.Type,
                ["cloudEvents:source"] = source,
                ["cloudEvents:subject"] = item.Subject,
                ["cloudEvents:region"] = item.Region,
                [SequenceHeader] = item.Position.ToString(CultureInfo.InvariantCulture),
            },
        };
        return (properties, body.WrittenMemory);
    }
}
