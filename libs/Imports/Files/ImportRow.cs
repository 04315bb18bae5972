namespace YouthPlatform.Imports.Files;

/// <summary>A row of a file as it stands there. It may be personal data, so it does not print itself.</summary>
public sealed class ImportRow
{
    private readonly IReadOnlyDictionary<string, string>? _fields;

    internal ImportRow(long number, IReadOnlyDictionary<string, string>? fields)
    {
        Number = number;
        _fields = fields;
    }

    /// <summary>Number of the row; the header of a CSV file is row 1.</summary>
    public long Number { get; }

    /// <summary>False for a line that is no JSON object; such a row has no fields.</summary>
    public bool IsReadable => _fields is not null;

    /// <summary>The text of a column without white space around it; empty when the row has none.</summary>
    /// <param name="column">Name of a column.</param>
    public string this[string column] => _fields is not null && _fields.TryGetValue(column, out var text) ? text : string.Empty;

    /// <inheritdoc />
    public override string ToString() => $"row {Number} (hidden)";
}
