namespace YouthPlatform.Imports.Files;

/// <summary>A file that is to be read row by row.</summary>
/// <param name="Format">How it is laid out.</param>
/// <param name="Encoding">Name of its encoding.</param>
public sealed record ImportFile(FileFormat Format, string Encoding)
{
    private const int Beginning = 64 * 1024;

    /// <summary>The rows, in order.</summary>
    /// <param name="content">The file.</param>
    /// <param name="columns">The columns that are looked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FileRefusedException">A column is missing, or the file is not of that format and encoding.</exception>
    public IAsyncEnumerable<ImportRow> ReadAsync(Stream content, IReadOnlyList<ImportColumn> columns, CancellationToken cancellationToken)
    {
        var encoding = FileEncoding.Of(Encoding);
        return Format is FileFormat.Csv
            ? CsvRows.ReadAsync(content, encoding, columns, cancellationToken)
            : JsonLineRows.ReadAsync(content, encoding, columns, cancellationToken);
    }

    /// <summary>Looks at the beginning of a stream for its encoding, when none was declared.</summary>
    /// <param name="format">How the file is laid out.</param>
    /// <param name="encoding">The declared encoding, or null.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The file, and its content from the first byte on.</returns>
    public static async Task<(ImportFile File, Stream Content)> OpenAsync(
        FileFormat format, string? encoding, Stream content, CancellationToken cancellationToken)
    {
        if (encoding is not null)
        {
            return (new ImportFile(format, encoding), content);
        }

        var beginning = new byte[Beginning];
        var length = await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        return (new ImportFile(format, FileEncoding.Detect(beginning.AsSpan(0, length))), new PeekedStream(beginning.AsMemory(0, length), content));
    }
}
