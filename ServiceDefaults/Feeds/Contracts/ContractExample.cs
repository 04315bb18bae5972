using System.Text.Json.Nodes;

namespace YouthPlatform.ServiceDefaults.Feeds.Contracts;

/// <summary>Makes an example of what a schema of <see cref="ContractSchema"/> describes: one value of each member.</summary>
public static class ContractExample
{
    private const string Region = "430104";
    private const string Id = "0190a8f0-0000-7000-8000-000000000001";

    /// <summary>An example that fits a schema.</summary>
    /// <param name="schema">The schema of a contract's data.</param>
    public static JsonNode? Of(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return Value(string.Empty, schema, schema);
    }

    private static JsonNode? Value(string name, JsonNode? schema, JsonObject root)
    {
        if (schema is not JsonObject described)
        {
            return null;
        }

        if (described["$ref"]?.GetValue<string>() is { } reference)
        {
            return Value(name, Resolve(reference, root), root);
        }

        if (described["enum"] is JsonArray values)
        {
            return values.FirstOrDefault(value => value is not null)?.DeepClone();
        }

        return TypeOf(described) switch
        {
            "object" => new JsonObject((described["properties"]?.AsObject() ?? []).Select(member => KeyValuePair.Create(member.Key, Value(member.Key, member.Value, root)))),
            "array" => new JsonArray(Value(name, described["items"], root)),
            "integer" or "number" => JsonValue.Create(1),
            "boolean" => JsonValue.Create(true),
            "string" => Text(name, described),
            _ => null,
        };
    }

    private static JsonNode Text(string name, JsonObject schema) => schema["format"]?.GetValue<string>() switch
    {
        "uuid" => Id,
        "date" => "2023-07-25",
        "date-time" => "2023-07-25T01:00:00+00:00",
        "uri" => "https://example.gov.cn/",
        _ when schema["pattern"] is not null => "1930.00",
        _ when name.EndsWith("region", StringComparison.OrdinalIgnoreCase) => Region,
        _ => "text",
    };

    private static string? TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => type?.GetValue<string>()).FirstOrDefault(type => type != "null"),
        JsonValue one => one.GetValue<string>(),
        _ => null,
    };

    /// <summary>References lead from the root by a JSON pointer.</summary>
    private static JsonNode? Resolve(string reference, JsonObject root) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode?)root, (node, part) => node?[part]);
}
