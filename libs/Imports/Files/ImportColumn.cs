namespace YouthPlatform.Imports.Files;

/// <summary>A column of a bulk file.</summary>
/// <param name="Name">Name for programs: a CSV header, or a property of a JSON line.</param>
/// <param name="IsRequired">Whether a file without the column is refused; a single row may still leave it empty.</param>
/// <param name="Headers">Names that officials' files use, the usual one first.</param>
public sealed record ImportColumn(string Name, bool IsRequired, params IReadOnlyList<string> Headers)
{
    /// <summary>Whether a header stands for this column.</summary>
    public bool IsMeantBy(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return header.Equals(Name, StringComparison.OrdinalIgnoreCase) || Headers.Contains(header);
    }
}
