using System.Text.Json;
using System.Text.Json.Serialization;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Reads the JSON files in which figures, forms and targets are defined.</summary>
internal static class DefinitionFiles
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
internal sealed class DefinitionException(string name, string problem, Exception? inner = null)
    : Exception($"The definition {name} cannot be used: {problem}.", inner);
