using System.Text.Json.Nodes;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Feeds.Amqp;

namespace YouthPlatform.ServiceDefaults.Feeds.Contracts;

/// <summary>
/// AsyncAPI 3 of a service's public events: over HTTP as pages and server-sent events, at the broker as a stream and in subscribers' queues, and posted to
/// webhooks. No generator in .NET writes version 3 from contracts.
/// </summary>
internal sealed class AsyncApiDocument(PublicEventTypes types, ServiceIdentity service)
{
    private const string AmqpBinding = "0.3.0";
    private const string HttpBinding = "0.3.0";

    /// <summary>Writes the document.</summary>
    /// <param name="host">Host and port that the feed is read at.</param>
    /// <param name="scheme">http or https.</param>
    /// <param name="broker">Host and port of the broker; null when the service has none.</param>
    public JsonObject Write(string host, string scheme, string? broker)
    {
        var names = types.All.Keys.Order(StringComparer.Ordinal).ToList();
        var document = new JsonObject
        {
            ["asyncapi"] = "3.1.0",
            ["id"] = $"urn:youthplatform:{service.Name}",
            ["info"] = new JsonObject
            {
                ["title"] = $"YouthPlatform {service.Name}: public events",
                ["version"] = "1",
                ["description"] = "CloudEvents 1.0 in the order of their sequence, without gaps, chained by hashes, free of personal data. Members are only ever added.",
            },
            ["defaultContentType"] = "application/cloudevents+json",
            ["servers"] = Servers(host, scheme, broker),
            ["channels"] = Channels(names, broker is not null),
            ["operations"] = Operations(broker is not null),
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" } },
                ["messages"] = Map(names, Message),
                ["schemas"] = Schemas(names),
            },
        };
        return document;
    }

    private static JsonObject Servers(string host, string scheme, string? broker)
    {
        var servers = new JsonObject
        {
            ["feed"] = new JsonObject
            {
                ["host"] = host,
                ["pathname"] = "/feeds/v1",
                ["protocol"] = scheme,
                ["security"] = new JsonArray(Reference("components/securitySchemes/bearer")),
            },
        };
        if (broker is not null)
        {
            servers["broker"] = new JsonObject { ["host"] = broker, ["protocol"] = "amqp", ["protocolVersion"] = "0.9.1" };
        }

        return servers;
    }

    private JsonObject Channels(List<string> names, bool hasBroker)
    {
        var channels = new JsonObject
        {
            ["events"] = Channel("/events", "feed", "Pages, or server-sent events where text/event-stream is accepted.", names),
            ["webhook"] = Channel(null, null, "Batches posted to the address of a subscriber, signed by Standard Webhooks.", names),
        };
        if (hasBroker)
        {
            var stream = FeedQueue.StreamOf(service.Name).Name;
            channels["stream"] = WithQueue(Channel(stream, "broker", "A RabbitMQ stream: read it from any offset.", names), stream);
            var queue = Channel($"{stream}.{{subscriber}}", "broker", "A quorum queue of a subscriber's own.", names);
            queue["parameters"] = new JsonObject { ["subscriber"] = new JsonObject { ["description"] = "Name of the subscriber." } };
            channels["queue"] = WithQueue(queue, $"{stream}.{{subscriber}}");
        }

        return channels;
    }

    private static JsonObject Channel(string? address, string? server, string description, List<string> names)
    {
        var channel = new JsonObject { ["address"] = address, ["description"] = description, ["messages"] = Map(names, name => Reference($"components/messages/{name}")) };
        if (server is not null)
        {
            channel["servers"] = new JsonArray(Reference($"servers/{server}"));
        }

        return channel;
    }

    private static JsonObject WithQueue(JsonObject channel, string queue)
    {
        channel["bindings"] = new JsonObject
        {
            ["amqp"] = new JsonObject
            {
                ["is"] = "queue",
                ["queue"] = new JsonObject { ["name"] = queue, ["durable"] = true, ["exclusive"] = false, ["autoDelete"] = false },
                ["bindingVersion"] = AmqpBinding,
            },
        };
        return channel;
    }

    private static JsonObject Operations(bool hasBroker)
    {
        var operations = new JsonObject { ["readEvents"] = Operation("events", "GET", Query()), ["postToWebhook"] = Operation("webhook", "POST", null) };
        if (hasBroker)
        {
            operations["fillStream"] = Operation("stream", null, null);
            operations["fillQueue"] = Operation("queue", null, null);
        }

        return operations;
    }

    private static JsonObject Operation(string channel, string? method, JsonObject? query)
    {
        var operation = new JsonObject { ["action"] = "send", ["channel"] = Reference($"channels/{channel}") };
        if (method is not null)
        {
            var http = new JsonObject { ["method"] = method, ["bindingVersion"] = HttpBinding };
            if (query is not null)
            {
                http["query"] = query;
            }

            operation["bindings"] = new JsonObject { ["http"] = http };
        }

        return operation;
    }

    private static JsonObject Query() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["after"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["description"] = "Position to begin after." },
            ["limit"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = FeedQuery.MaxLimit },
            ["wait"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = FeedQuery.MaxWaitSeconds, ["description"] = "Seconds to wait while there is nothing." },
            ["type"] = new JsonObject { ["type"] = "string", ["description"] = "Types, separated by commas." },
            ["region"] = new JsonObject { ["type"] = "string", ["description"] = "Six-digit codes, separated by commas." },
        },
    };

    private JsonObject Message(string type) => new()
    {
        ["name"] = type,
        ["title"] = types.All[type].Name,
        ["contentType"] = "application/cloudevents+json",
        ["payload"] = new JsonObject
        {
            ["allOf"] = new JsonArray(
                Reference("components/schemas/CloudEvent"),
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = type }, ["data"] = Reference($"components/schemas/{type}") },
                }),
        },
        ["examples"] = new JsonArray(new JsonObject { ["payload"] = Example(type) }),
    };

    private JsonObject Example(string type) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = "6f1c2c64-5d0e-5a4c-9d0c-2f3f5f2f7a10",
        ["source"] = service.Source,
        ["type"] = type,
        ["subject"] = "subject-0190a8f0-0000-7000-8000-000000000001",
        ["time"] = "2023-08-25T01:00:00.000000Z",
        ["datacontenttype"] = "application/json",
        ["dataschema"] = CloudEventWriter.SchemaName(type),
        ["sequence"] = "42",
        ["region"] = "430104",
        ["prevhash"] = new string('0', 64),
        ["hash"] = new string('1', 64),
        ["data"] = ContractExample.Of(ContractSchema.Of(type, types.All[type])),
    };

    private JsonObject Schemas(List<string> names)
    {
        var schemas = Map(names, type => ContractSchema.Of(type, types.All[type]));
        schemas["CloudEvent"] = CloudEventSchema.Write();
        return schemas;
    }

    private static JsonObject Reference(string to) => new() { ["$ref"] = $"#/{to}" };

    private static JsonObject Map(IEnumerable<string> names, Func<string, JsonNode?> value) =>
        new(names.Select(name => KeyValuePair.Create(name, value(name))));
}
