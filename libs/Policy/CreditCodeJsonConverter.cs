using System.Text.Json;
using System.Text.Json.Serialization;

namespace YouthPlatform.Policy;

/// <summary>A credit code as its 18 characters.</summary>
internal sealed class CreditCodeJsonConverter : JsonConverter<CreditCode>
{
    public override CreditCode? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return CreditCode.TryParse(text, out var code, out var problem) ? code : throw new JsonException(CreditCode.Describe(problem.Value));
    }

    public override void Write(Utf8JsonWriter writer, CreditCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
