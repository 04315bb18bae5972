using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>Reads a roster as CSV (RFC 4180), one row at a time however long the file is.</summary>
internal static class RosterFile
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

    /// <summary>The encoding that a content type names; strict, so that a wrong one is noticed. UTF-8 when none is named.</summary>
    /// <exception cref="ApiException">400 for an unknown name.</exception>
    public static Encoding EncodingOf(string? charset)
    {
        if (string.IsNullOrEmpty(charset) || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        }

        return charset.ToLowerInvariant() is "gb18030" or "gbk" or "gb2312"
            ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!
            : throw ApiException.BadRequest("roster_import.charset", "文件编码只支持 UTF-8 和 GB18030。");
    }

    /// <summary>The rows of a file; the header is row 1.</summary>
    /// <exception cref="ApiException">400 when the header lacks a column, or the file is no CSV in that encoding.</exception>
    public static async IAsyncEnumerable<RosterRow> ReadAsync(Stream content, Encoding encoding)
    {
        using var text = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: -1, leaveOpen: true);
        using var csv = new CsvParser(text, Format);
        if (!await NextAsync(csv))
        {
            throw ApiException.BadRequest("roster_import.empty", "文件是空的，首行应为列名。");
        }

        var columns = new RosterColumns(csv.Record!);
        for (var number = RosterImportState.HeaderRow + 1; await NextAsync(csv); number++)
        {
            yield return columns.Read(number, csv.Record!);
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
            throw ApiException.BadRequest("roster_import.encoding", $"第 {csv.RawRow} 行附近不是所声明的编码，请另存为 UTF-8 后再提交。");
        }
        catch (MaxFieldSizeException)
        {
            throw ApiException.BadRequest("roster_import.field_too_long", $"第 {csv.RawRow} 行附近有过长的内容，可能缺少引号。");
        }
    }
}
