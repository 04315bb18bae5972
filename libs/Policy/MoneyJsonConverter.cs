using System.Text.Json;
using System.Text.Json.Serialization;

namespace YouthPlatform.Policy;

/// <summary>Money as <c>{ "amount": "1930.00", "currency": "CNY" }</c>: the amount a string, the currency always CNY.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Money is an object with amount and currency.");
        }

        string? amount = null;
        string? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            _ = reader.Read();
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException($"Money's {name} is a string.");
            _ = name switch
            {
                "amount" => amount = text,
                "currency" => currency = text,
                _ => throw new JsonException($"Money has no {name}."),
            };
        }

        return currency == Money.Currency && Money.TryParse(amount, out var money)
            ? money
            : throw new JsonException("Money needs an amount with at most two decimals and the currency CNY.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount", value.ToString());
        writer.WriteString("currency", Money.Currency);
        writer.WriteEndObject();
    }
}
