using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace YouthPlatform.Policy;

/// <summary>Reads and writes a value as the string that its <c>Parse</c> and <c>ToString</c> agree on, also as a dictionary key.</summary>
/// <typeparam name="T">The value type.</typeparam>
internal sealed class ParsableJsonConverter<T> : JsonConverter<T>
    where T : notnull, IParsable<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString())
            : throw new JsonException($"A {typeof(T).Name} is a string.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString() ?? "");

    private static T Parse(string? text) =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw new JsonException($"'{text}' is not a {typeof(T).Name}.");
}
