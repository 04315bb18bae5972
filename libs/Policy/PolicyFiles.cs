using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace YouthPlatform.Policy;

/// <summary>Reads the data files that policy is kept in.</summary>
internal static class PolicyFiles
{
    /// <summary>Strict reading: an unknown property is an error, names are camelCase, choices snake_case.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The files of a directory by name.</summary>
    /// <exception cref="PolicyFileException">The directory is missing or has no such file.</exception>
    public static IReadOnlyList<string> In(string directory, string pattern, Func<string, bool>? except = null)
    {
        if (!Directory.Exists(directory))
        {
            throw new PolicyFileException(directory, "there is no such directory");
        }

        string[] files = [.. Directory.GetFiles(directory, pattern).Where(file => except?.Invoke(file) != true).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new PolicyFileException(directory, $"it holds no {pattern}");
    }

    /// <summary>Reads one JSON file into a record.</summary>
    /// <exception cref="PolicyFileException">The file does not read.</exception>
    public static T ReadJson<T>(string path, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json) ?? throw new PolicyFileException(path, "it is empty");
        }
        catch (JsonException exception)
        {
            throw new PolicyFileException(path, exception.Message, exception);
        }
    }
}
