namespace YouthPlatform.Imports.Files;

/// <summary>How a file is laid out.</summary>
public enum FileFormat
{
    /// <summary>CSV (RFC 4180); the first row names the columns.</summary>
    Csv,

    /// <summary>A JSON object a line; its properties name the columns.</summary>
    JsonLines,
}

/// <summary>What follows from a format.</summary>
public static class FileFormats
{
    /// <summary>Media types that stand for a format.</summary>
    public static IReadOnlyDictionary<string, FileFormat> MediaTypes { get; } = new Dictionary<string, FileFormat>(StringComparer.OrdinalIgnoreCase)
    {
        ["text/csv"] = FileFormat.Csv,
        ["application/jsonl"] = FileFormat.JsonLines,
        ["application/x-ndjson"] = FileFormat.JsonLines,
    };

    /// <summary>Number of the first row that is not a header.</summary>
    public static long FirstRowOf(FileFormat format) => format is FileFormat.Csv ? 2 : 1;
}
