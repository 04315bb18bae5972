using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>The types of a service's public events, with the JSON Schemas of their data.</summary>
internal sealed class FeedCatalogue(PublicEventTypes types, ServiceIdentity service)
{
    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    private readonly ConcurrentDictionary<string, string> _schemas = new(StringComparer.Ordinal);

    public string Source => service.Source;

    public bool Knows(string type) => types.All.ContainsKey(type);

    /// <summary>The catalogue; addresses of schemas are relative to it.</summary>
    public FeedTypes Types() => new(
        Source,
        [.. types.All.Keys.Order(StringComparer.Ordinal).Select(type => new FeedType(type, CloudEventWriter.SchemaName(type), $"schemas/{type}.json"))]);

    /// <summary>The schema of a type, or null when there is no such type.</summary>
    public string? Schema(string type) => types.All.TryGetValue(type, out var contract) ? _schemas.GetOrAdd(type, _ => Export(type, contract)) : null;

    private static string Export(string type, Type contract)
    {
        var exported = PublicEventTypes.Json.GetJsonSchemaAsNode(contract, Exporting).AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = CloudEventWriter.SchemaName(type),
            ["title"] = contract.Name,
        };
        foreach (var (name, node) in exported.ToList())
        {
            schema[name] = node?.DeepClone();
        }

        return schema.ToJsonString(PublicEventTypes.Json);
    }

    /// <summary>What the exporter cannot know: decimals are strings on the wire, and every member of a contract is written.</summary>
    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Type == typeof(decimal) || context.TypeInfo.Type == typeof(decimal?))
        {
            JsonNode type = context.TypeInfo.Type == typeof(decimal) ? "string" : new JsonArray("string", "null");
            return new JsonObject { ["type"] = type, ["pattern"] = @"^-?[0-9]+(\.[0-9]+)?$" };
        }

        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && schema is JsonObject described)
        {
            described["required"] = new JsonArray([.. context.TypeInfo.Properties.Select(property => (JsonNode?)property.Name)]);
        }

        return schema;
    }
}

/// <summary>The catalogue of a feed.</summary>
/// <param name="Source">CloudEvents source of all its events.</param>
/// <param name="Types">Its types.</param>
internal sealed record FeedTypes(string Source, IReadOnlyList<FeedType> Types);

/// <summary>A type of events.</summary>
/// <param name="Type">CloudEvents type.</param>
/// <param name="Dataschema">Name of the schema, as events carry it.</param>
/// <param name="Schema">Address of the schema, relative to the catalogue.</param>
internal sealed record FeedType(string Type, string Dataschema, string Schema);
