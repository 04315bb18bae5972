using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace YouthPlatform.Imports.Files;

/// <summary>Reads JSON lines, one at a time. A line that is no object is a bad row; the next one is read all the same.</summary>
internal static class JsonLineRows
{
    private const int LongestLine = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 };

    public static async IAsyncEnumerable<ImportRow> ReadAsync(
        Stream content, Encoding encoding, IReadOnlyList<ImportColumn> columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: -1, leaveOpen: true);
        var lines = new BoundedLines(text, LongestLine);
        for (var number = FileFormats.FirstRowOf(FileFormat.JsonLines); await lines.NextAsync(cancellationToken) is { } line;)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new ImportRow(number++, Parse(line, columns));
            }
        }
    }

    private static Dictionary<string, string>? Parse(string line, IReadOnlyList<ImportColumn> columns)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Strict);
            return json.RootElement.ValueKind is JsonValueKind.Object ? FieldsOf(json.RootElement, columns) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> FieldsOf(JsonElement line, IReadOnlyList<ImportColumn> columns)
    {
        Dictionary<string, string> fields = [];
        foreach (var property in line.EnumerateObject())
        {
            if (columns.FirstOrDefault(column => column.IsMeantBy(property.Name)) is { } column)
            {
                fields[column.Name] = TextOf(property.Value).Trim();
            }
        }

        return fields;
    }

    /// <summary>A list reads as a CSV field that lists things does.</summary>
    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => string.Empty,
        JsonValueKind.Array => string.Join('；', value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };
}
