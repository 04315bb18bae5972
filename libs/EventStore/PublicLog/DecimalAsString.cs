using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace YouthPlatform.EventStore.PublicLog;

/// <summary>Writes a decimal as a string with the digits it has, and reads it back.</summary>
internal sealed class DecimalAsString : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            && decimal.TryParse(reader.GetString(), NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException("A decimal is a string of digits.");

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
