using System.Globalization;
using System.Text.Json;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds.Combined;

/// <summary>Reads what <see cref="CloudEventWriter"/> wrote; the data stays as it is, byte for byte.</summary>
internal static class CloudEventReader
{
    public static PublicEvent Read(ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        var item = json.RootElement;
        string Text(string name) => item.GetProperty(name).GetString() ?? throw new JsonException($"{name} of an event is null.");
        return new(
            long.Parse(Text("sequence"), CultureInfo.InvariantCulture),
            item.GetProperty("id").GetGuid(),
            Text("type"),
            DateTimeOffset.Parse(Text("time"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            Text("region"),
            Text("subject"),
            item.TryGetProperty("traceparent", out var trace) ? trace.GetString() : null,
            item.GetProperty("data").GetRawText(),
            Convert.FromHexString(Text("prevhash")),
            Convert.FromHexString(Text("hash")));
    }
}
