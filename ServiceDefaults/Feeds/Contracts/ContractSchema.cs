using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds.Contracts;

/// <summary>The JSON Schema (2020-12) of a public event's data.</summary>
public static class ContractSchema
{
    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    /// <summary>Describes a contract.</summary>
    /// <param name="type">CloudEvents type.</param>
    /// <param name="contract">The record of its data.</param>
    public static JsonObject Of(string type, Type contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
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

        return schema;
    }

    /// <summary>
    /// What the exporter cannot know: decimals are strings on the wire, and which members every event has. Those of the record's constructor were there from the
    /// first event on; what joined later is a nullable property, which earlier events lack.
    /// </summary>
    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.TypeInfo.Type == typeof(decimal) || context.TypeInfo.Type == typeof(decimal?))
        {
            JsonNode type = context.TypeInfo.Type == typeof(decimal) ? "string" : new JsonArray("string", "null");
            return new JsonObject { ["type"] = type, ["pattern"] = @"^-?[0-9]+(\.[0-9]+)?$" };
        }

        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && schema is JsonObject described)
        {
            described["required"] = new JsonArray(
                [.. context.TypeInfo.Properties.Where(property => property.AssociatedParameter is not null).Select(property => (JsonNode?)property.Name)]);
        }

        return schema;
    }
}
