using System.Collections.Concurrent;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Feeds.Contracts;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>The types of a feed's events, with the JSON Schemas of their data.</summary>
internal sealed class FeedCatalogue(PublicEventTypes types, string source)
{
    private readonly ConcurrentDictionary<string, string> _schemas = new(StringComparer.Ordinal);

    public string Source => source;

    public bool Knows(string type) => types.All.ContainsKey(type);

    /// <summary>The catalogue; addresses of schemas are relative to it.</summary>
    public FeedTypes Types() => new(
        Source,
        [.. types.All.Keys.Order(StringComparer.Ordinal).Select(type => new FeedType(type, CloudEventWriter.SchemaName(type), $"schemas/{type}.json"))]);

    /// <summary>The schema of a type, or null when there is no such type.</summary>
    public string? Schema(string type) => types.All.TryGetValue(type, out var contract)
        ? _schemas.GetOrAdd(type, _ => ContractSchema.Of(type, contract).ToJsonString(PublicEventTypes.Json))
        : null;
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
