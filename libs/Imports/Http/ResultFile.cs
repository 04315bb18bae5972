using System.Globalization;
using System.Text;
using CsvHelper;
using YouthPlatform.Imports.Progress;

namespace YouthPlatform.Imports.Http;

/// <summary>What became of rows, as a CSV file that opens in Excel.</summary>
internal static class ResultFile
{
    private const int PageSize = 2000;

    private static readonly Dictionary<string, string> Statuses = new()
    {
        [RowStatuses.NameOf(RowStatus.Accepted)] = "已导入",
        [RowStatuses.NameOf(RowStatus.DuplicateInFile)] = "文件内重复",
        [RowStatuses.NameOf(RowStatus.AlreadyKnown)] = "原已登记",
        [RowStatuses.NameOf(RowStatus.Rejected)] = "未导入",
    };

    /// <param name="target">Where the file is written.</param>
    /// <param name="pageAfter">The next rows after a row number, at most so many.</param>
    public static async Task WriteAsync(Stream target, Func<long, int, Task<IReadOnlyList<ImportRowView>>> pageAfter)
    {
        await using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true);
        Write(csv, ["行号", "结果", "原因代码", "原因"]);
        for (var after = 0L; await pageAfter(after, PageSize) is [.., var last] rows; after = last.Row)
        {
            foreach (var row in rows)
            {
                Write(csv, [row.Row.ToString(CultureInfo.InvariantCulture), Statuses[row.Status], row.Code, row.Reason]);
            }

            await csv.FlushAsync();
        }
    }

    private static void Write(CsvWriter csv, IEnumerable<string?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
