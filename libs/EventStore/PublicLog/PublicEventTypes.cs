using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using YouthPlatform.Contracts.Abstractions;

namespace YouthPlatform.EventStore.PublicLog;

/// <summary>The contracts of one or more publishers by their CloudEvents types.</summary>
public sealed class PublicEventTypes
{
    private readonly FrozenDictionary<string, Type> _types;
    private readonly FrozenDictionary<Type, string> _names;

    /// <summary>Collects the contracts of assemblies.</summary>
    /// <param name="assemblies">Assemblies with records marked with <see cref="PublicEventAttribute"/>.</param>
    /// <exception cref="ArgumentException">Two contracts have the same type.</exception>
    public PublicEventTypes(params IEnumerable<Assembly> assemblies)
    {
        var marked = assemblies.Distinct().SelectMany(a => a.GetExportedTypes())
            .Select(type => (Type: type, Attribute: type.GetCustomAttribute<PublicEventAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .ToList();
        _types = marked.ToFrozenDictionary(pair => pair.Attribute!.Type, pair => pair.Type, StringComparer.Ordinal);
        _names = marked.ToFrozenDictionary(pair => pair.Type, pair => pair.Attribute!.Type);
    }

    /// <summary>
    /// JSON of public events: camel case, enums and dates as strings, Chinese unescaped, decimals as strings because readers
    /// must not lose digits to floating point. Unknown members are ignored: contracts grow by addition.
    /// </summary>
    public static JsonSerializerOptions Json { get; } = CreateJson();

    /// <summary>All contracts by type.</summary>
    public IReadOnlyDictionary<string, Type> All => _types;

    /// <summary>The CloudEvents type of a contract record.</summary>
    /// <exception cref="InvalidOperationException">It is not a contract of these assemblies.</exception>
    public string NameOf(object contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return _names.TryGetValue(contract.GetType(), out var name)
            ? name
            : throw new InvalidOperationException($"{contract.GetType()} is not a contract of this service.");
    }

    /// <summary>Decodes a public event into its contract record.</summary>
    /// <exception cref="UnknownEventTypeException">No contract has its type.</exception>
    public object Decode(PublicEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return _types.TryGetValue(item.Type, out var type)
            ? JsonSerializer.Deserialize(item.Data, type, Json) ?? throw new JsonException($"Public event {item.Position} is null.")
            : throw new UnknownEventTypeException(item.Type);
    }

    private static JsonSerializerOptions CreateJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new DecimalAsString() },
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
