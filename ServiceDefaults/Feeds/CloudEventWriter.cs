using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>Writes public events in CloudEvents 1.0's JSON format; the data is the published text, byte for byte.</summary>
internal static class CloudEventWriter
{
    public const string BatchMediaType = "application/cloudevents-batch+json";

    private const int HashLength = 32;

    private static readonly ConcurrentDictionary<string, JsonEncodedText> SchemaNames = new(StringComparer.Ordinal);

    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Name of the schema of a type's data. A name, not an address: the feed may be read through any gateway.</summary>
    public static string SchemaName(string type) => $"urn:youthplatform:schema:{type}";

    /// <summary>Writes one event of several by a writer that is used for all of them.</summary>
    public static void WriteNext(Utf8JsonWriter json, PublicEvent item, string source)
    {
        Write(json, item, source);
        json.Flush();
        json.Reset();
    }

    public static void Write(Utf8JsonWriter json, PublicEvent item, string source)
    {
        json.WriteStartObject();
        json.WriteString(Names.SpecVersion, Names.One);
        json.WriteString(Names.Id, item.Id);
        json.WriteString(Names.Source, item.Origin?.Source ?? source);
        json.WriteString(Names.Type, item.Type);
        json.WriteString(Names.Subject, item.Subject);
        json.WriteString(Names.Time, PublicHash.FormatTime(item.Time));
        json.WriteString(Names.DataContentType, Names.Json);
        json.WriteString(Names.DataSchema, SchemaNames.GetOrAdd(item.Type, EncodeSchemaName));
        WriteDigits(json, Names.Sequence, item.Position);
        json.WriteString(Names.Region, item.Region);
        if (item.Hash.Length > 0)
        {
            WriteHex(json, Names.PrevHash, item.PrevHash);
            WriteHex(json, Names.Hash, item.Hash);
        }

        if (item.Origin is { } origin)
        {
            WriteDigits(json, Names.SourceSequence, origin.Position);
            WriteHex(json, Names.SourceHash, origin.Hash);
        }

        if (item.TraceParent is not null)
        {
            json.WriteString(Names.TraceParent, item.TraceParent);
        }

        json.WritePropertyName(Names.Data);
        json.WriteRawValue(item.Data, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static JsonEncodedText EncodeSchemaName(string type) => Encode(SchemaName(type));

    private static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private static void WriteDigits(Utf8JsonWriter json, JsonEncodedText name, long number)
    {
        Span<byte> digits = stackalloc byte[20];
        _ = Utf8Formatter.TryFormat(number, digits, out var length);
        json.WriteString(name, digits[..length]);
    }

    private static void WriteHex(Utf8JsonWriter json, JsonEncodedText name, byte[] hash)
    {
        Span<char> digits = stackalloc char[2 * HashLength];
        _ = Convert.TryToHexStringLower(hash, digits, out var length);
        json.WriteString(name, digits[..length]);
    }

    /// <summary>Encoded once: they are the same in every event.</summary>
    private static class Names
    {
        public static readonly JsonEncodedText SpecVersion = Encode("specversion");
        public static readonly JsonEncodedText One = Encode("1.0");
        public static readonly JsonEncodedText Id = Encode("id");
        public static readonly JsonEncodedText Source = Encode("source");
        public static readonly JsonEncodedText Type = Encode("type");
        public static readonly JsonEncodedText Subject = Encode("subject");
        public static readonly JsonEncodedText Time = Encode("time");
        public static readonly JsonEncodedText DataContentType = Encode("datacontenttype");
        public static readonly JsonEncodedText Json = Encode("application/json");
        public static readonly JsonEncodedText DataSchema = Encode("dataschema");
        public static readonly JsonEncodedText Sequence = Encode("sequence");
        public static readonly JsonEncodedText Region = Encode("region");
        public static readonly JsonEncodedText PrevHash = Encode("prevhash");
        public static readonly JsonEncodedText Hash = Encode("hash");
        public static readonly JsonEncodedText SourceSequence = Encode("sourcesequence");
        public static readonly JsonEncodedText SourceHash = Encode("sourcehash");
        public static readonly JsonEncodedText TraceParent = Encode("traceparent");
        public static readonly JsonEncodedText Data = Encode("data");
    }
}
