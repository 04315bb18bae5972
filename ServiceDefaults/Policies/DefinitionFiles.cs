using System.Text.Json;
using System.Text.Json.Serialization;

namespace YouthPlatform.ServiceDefaults.Policies;

/// <summary>Reads the JSON files in which a service's figures, forms or ledgers are defined.</summary>
public static class DefinitionFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="DefinitionException">It is missing or does not read.</exception>
    public static T Load<T>(string path) => File.Exists(path)
        ? Read<T>(path, File.ReadAllText(path))
        : throw new DefinitionException(path, "there is no such file");

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="DefinitionException">It does not read.</exception>
    public static T Read<T>(string name, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json) ?? throw new DefinitionException(name, "it is empty");
        }
        catch (JsonException exception)
        {
            throw new DefinitionException(name, exception.Message, exception);
        }
    }
}

/// <summary>A definition is wrong; the service does not start with it.</summary>
/// <param name="name">The definition.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="inner">What the reader found, if it was the reader.</param>
public sealed class DefinitionException(string name, string problem, Exception? inner = null)
    : Exception($"The definition {name} cannot be used: {problem}.", inner);
