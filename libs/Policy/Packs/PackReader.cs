using NJsonSchema;
using NJsonSchema.Validation;

namespace YouthPlatform.Policy.Packs;

/// <summary>Reads packs from files and refuses what breaks the schema.</summary>
internal static class PackReader
{
    public const string SchemaFile = "policy-pack.schema.json";

    /// <exception cref="PolicyFileException">A file is missing, breaks the schema or holds a value that does not read.</exception>
    public static IReadOnlyList<PackFile> ReadAll(string directory)
    {
        var schemaPath = Path.Combine(directory, SchemaFile);
        if (!File.Exists(schemaPath))
        {
            throw new PolicyFileException(schemaPath, "the schema of policy packs is missing");
        }

        var schema = JsonSchema.FromJsonAsync(File.ReadAllText(schemaPath)).GetAwaiter().GetResult();
        return [.. PolicyFiles.In(directory, "*.json", path => Path.GetFileName(path) == SchemaFile).Select(path => Read(path, schema))];
    }

    private static PackFile Read(string path, JsonSchema schema)
    {
        var json = File.ReadAllText(path);
        var errors = Validate(path, json, schema);
        if (errors.Count > 0)
        {
            throw new PolicyFileException(path, "it breaks the schema: " + string.Join("; ", errors));
        }

        var pack = PolicyFiles.ReadJson<PackFile>(path, json);
        return pack.Id == Path.GetFileNameWithoutExtension(path)
            ? pack
            : throw new PolicyFileException(path, $"its id {pack.Id} is not its file name");
    }

    private static List<string> Validate(string path, string json, JsonSchema schema)
    {
        try
        {
            return [.. schema.Validate(json).SelectMany(Leaves).Select(error => $"{error.Path} {error.Kind}")];
        }
        catch (Newtonsoft.Json.JsonException exception)
        {
            throw new PolicyFileException(path, exception.Message, exception);
        }
    }

    /// <summary>What is wrong at the bottom: an error of a list names only the item, its children the property.</summary>
    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError parent ? parent.Errors.Values.SelectMany(children => children).SelectMany(Leaves) : [error];
}
