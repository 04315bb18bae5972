using System.Text.Json.Nodes;

namespace YouthPlatform.ServiceDefaults.Feeds.Contracts;

/// <summary>The schema of what all events of a feed have around their data.</summary>
internal static class CloudEventSchema
{
    private const string Hash = "^[0-9a-f]{64}$";

    public static JsonObject Write()
    {
        var properties = new JsonObject
        {
            ["specversion"] = new JsonObject { ["const"] = "1.0" },
            ["id"] = Text("Also the id of the message that carries it.", format: "uuid"),
            ["source"] = Text("The feed."),
            ["type"] = Text("What happened, with the version of its data."),
            ["subject"] = Text("What it is about; events of one subject are in order everywhere."),
            ["time"] = Text("When it happened.", format: "date-time"),
            ["datacontenttype"] = new JsonObject { ["const"] = "application/json" },
            ["dataschema"] = Text("Name of the data's schema."),
            ["sequence"] = Text("Position in the feed, from 1, without gaps.", pattern: "^[1-9][0-9]*$"),
            ["region"] = Text("GB/T 2260 code.", pattern: "^[0-9]{6}$"),
            ["prevhash"] = Text("Hash of the event before it.", pattern: Hash),
            ["hash"] = Text("SHA-256 over this event and the hash before it.", pattern: Hash),
            ["data"] = new JsonObject { ["type"] = "object" },
        };
        var required = new JsonArray([.. properties.Select(member => (JsonNode?)member.Key)]);
        properties["traceparent"] = Text("W3C trace context of the request that led to it.");
        return new() { ["type"] = "object", ["required"] = required, ["properties"] = properties };
    }

    private static JsonObject Text(string description, string? format = null, string? pattern = null)
    {
        var schema = new JsonObject { ["type"] = "string", ["description"] = description };
        if (format is not null)
        {
            schema["format"] = format;
        }

        if (pattern is not null)
        {
            schema["pattern"] = pattern;
        }

        return schema;
    }
}
