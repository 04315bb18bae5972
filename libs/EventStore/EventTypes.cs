using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace YouthPlatform.EventStore;

/// <summary>The stored names of a service's events, and how old versions become new ones. Names are explicit and never change.</summary>
public sealed class EventTypes
{
    private readonly Dictionary<string, Registered> _typesByName = [];
    private readonly Dictionary<Type, string> _namesByType = [];
    private readonly Dictionary<string, Upcaster> _upcasters = [];

    /// <summary>JSON of stored events: camel case, enums as strings, Chinese unescaped, unknown members refused.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>All stored names with their CLR types.</summary>
    public IReadOnlyDictionary<string, Type> All => _typesByName.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Type);

    /// <summary>Stored names of old versions, each with the type that it becomes; null where an upcaster leads nowhere.</summary>
    public IReadOnlyDictionary<string, Type?> OldVersions => _upcasters.ToFrozenDictionary(old => old.Key, old => Newest(old.Value.To));

    /// <summary>Registers an event under its stored name.</summary>
    /// <typeparam name="TEvent">The newest shape of the event.</typeparam>
    /// <param name="name">Stored name, such as <c>internships.post_published.v1</c>.</param>
    /// <exception cref="ArgumentException">The name or the type is registered already.</exception>
    public EventTypes Add<TEvent>(string name)
        where TEvent : class
    {
        _typesByName.Add(name, new Registered(typeof(TEvent)));
        _namesByType.Add(typeof(TEvent), name);
        return this;
    }

    /// <summary>Registers how a stored old version becomes a newer one; chains are followed to the end.</summary>
    /// <param name="from">Stored name of the old version.</param>
    /// <param name="to">Stored name of the version it becomes.</param>
    /// <param name="change">Turns the old JSON into the new one.</param>
    public EventTypes Upcast(string from, string to, Func<JsonObject, JsonObject> change)
    {
        _upcasters.Add(from, new Upcaster(to, change));
        return this;
    }

    /// <summary>Stored name of an event.</summary>
    /// <exception cref="InvalidOperationException">The type is not registered.</exception>
    public string NameOf(object domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        return _namesByType.TryGetValue(domainEvent.GetType(), out var name)
            ? name
            : throw new InvalidOperationException($"The event {domainEvent.GetType()} is not registered.");
    }

    /// <summary>Encodes an event as UTF-8 JSON.</summary>
    public static byte[] Encode(object domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        return JsonSerializer.SerializeToUtf8Bytes(domainEvent, domainEvent.GetType(), Json);
    }

    /// <summary>Decodes a stored event, upcasting old versions.</summary>
    /// <exception cref="UnknownEventTypeException">The stored name has neither an event nor an upcaster.</exception>
    /// <exception cref="JsonException">The content does not fit the event.</exception>
    public object Decode(string name, ReadOnlySpan<byte> utf8)
    {
        if (JsonOf(name) is { } json)
        {
            return Decode(name, json, utf8);
        }

        if (!_upcasters.TryGetValue(name, out var upcaster))
        {
            throw new UnknownEventTypeException(name);
        }

        var old = JsonSerializer.Deserialize<JsonObject>(utf8, Json) ?? throw new JsonException($"Event {name} is null.");
        return Decode(upcaster.To, JsonSerializer.SerializeToUtf8Bytes(upcaster.Change(old), Json));
    }

    /// <summary>What the serializer knows of an event, for whoever decodes many; null when its stored name is none of a newest version.</summary>
    internal JsonTypeInfo? JsonOf(string name) => _typesByName.TryGetValue(name, out var registered) ? registered.Json : null;

    /// <summary>Decodes a stored event of a newest version.</summary>
    /// <exception cref="JsonException">The content does not fit the event.</exception>
    internal static object Decode(string name, JsonTypeInfo json, ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, json) ?? throw new JsonException($"Event {name} is null.");

    private Type? Newest(string name) => _typesByName.TryGetValue(name, out var registered)
        ? registered.Type
        : _upcasters.TryGetValue(name, out var upcaster) ? Newest(upcaster.To) : null;

    /// <summary>A type, and what the serializer knows of it once it was asked for.</summary>
    private sealed class Registered(Type type)
    {
        private JsonTypeInfo? _json;

        public Type Type { get; } = type;

        public JsonTypeInfo Json => _json ??= EventTypes.Json.GetTypeInfo(Type);
    }

    private sealed record Upcaster(string To, Func<JsonObject, JsonObject> Change);
}
