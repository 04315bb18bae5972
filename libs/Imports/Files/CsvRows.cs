using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace YouthPlatform.Imports.Files;

/// <summary>Reads CSV (RFC 4180), one row at a time however long the file is.</summary>
internal static class CsvRows
{
    private const int LongestField = 4096;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        BadDataFound = null,
        MissingFieldFound = null,
        IgnoreBlankLines = true,
        MaxFieldSize = LongestField,
    };

    public static async IAsyncEnumerable<ImportRow> ReadAsync(
        Stream content, Encoding encoding, IReadOnlyList<ImportColumn> columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: -1, leaveOpen: true);
        using var csv = new CsvParser(text, Format);
        if (!await NextAsync(csv))
        {
            throw new FileRefusedException("import.empty", "文件是空的，首行应为列名。");
        }

        var map = new ColumnMap(columns, csv.Record!);
        for (var number = FileFormats.FirstRowOf(FileFormat.Csv); await NextAsync(csv); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return map.Read(number, csv.Record!);
        }
    }

    private static async Task<bool> NextAsync(CsvParser csv)
    {
        try
        {
            return await csv.ReadAsync();
        }
        catch (DecoderFallbackException)
        {
            throw new FileRefusedException("import.encoding", $"第 {csv.RawRow} 行附近不是所声明或识别出的编码，请另存为 UTF-8 后再提交。");
        }
        catch (MaxFieldSizeException)
        {
            throw new FileRefusedException("import.field_too_long", $"第 {csv.RawRow} 行附近有过长的内容，可能缺少引号。");
        }
    }
}
