using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>Writes public events in CloudEvents 1.0's JSON format; the data is the published text, byte for byte.</summary>
internal static class CloudEventWriter
{
    public const string BatchMediaType = "application/cloudevents-batch+json";

    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Name of the schema of a type's data. A name, not an address: the feed may be read through any gateway.</summary>
    public static string SchemaName(string type) => $"urn:youthplatform:schema:{type}";

    public static void Write(Utf8JsonWriter json, PublicEvent item, string source)
    {
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", item.Id);
        json.WriteString("source", item.Origin?.Source ?? source);
        json.WriteString("type", item.Type);
        json.WriteString("subject", item.Subject);
        json.WriteString("time", PublicHash.FormatTime(item.Time));
        json.WriteString("datacontenttype", "application/json");
        json.WriteString("dataschema", SchemaName(item.Type));
        json.WriteString("sequence", item.Position.ToString(CultureInfo.InvariantCulture));
        json.WriteString("region", item.Region);
        if (item.Hash.Length > 0)
        {
            json.WriteString("prevhash", Convert.ToHexStringLower(item.PrevHash));
            json.WriteString("hash", Convert.ToHexStringLower(item.Hash));
        }

        if (item.Origin is { } origin)
        {
            json.WriteString("sourcesequence", origin.Position.ToString(CultureInfo.InvariantCulture));
            json.WriteString("sourcehash", Convert.ToHexStringLower(origin.Hash));
        }

        if (item.TraceParent is not null)
        {
            json.WriteString("traceparent", item.TraceParent);
        }

        json.WritePropertyName("data");
        json.WriteRawValue(item.Data, skipInputValidation: true);
        json.WriteEndObject();
    }
}
