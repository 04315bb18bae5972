using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;

namespace YouthPlatform.Payments.PayRuns;

/// <summary>The bank's answer: UTF-8, comma-separated, with the columns of <see cref="Columns"/> in any order.</summary>
/// <param name="Hash">SHA-256 of the file, lower-case hex.</param>
/// <param name="Rows">Rows that could be read.</param>
/// <param name="Unreadable">Rows that could not; they are reported with the run.</param>
public sealed record BankFile(string Hash, IReadOnlyList<BankRow> Rows, IReadOnlyList<ResultProblem> Unreadable)
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        MissingFieldFound = null,
        TrimOptions = TrimOptions.Trim,
    };

    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["payment", "attempt", "amount", "outcome", "date", "reference", "code"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="RuleViolation">It has no rows, or lacks a column.</exception>
    public static BankFile Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var text = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        using var csv = new CsvReader(text, Format);
        if (!csv.Read() || !csv.ReadHeader() || Columns.Except(csv.HeaderRecord!, StringComparer.Ordinal).Any())
        {
            throw new RuleViolation("bank_file.columns_missing", $"银行回执首行应有列名：{string.Join("、", Columns)}。");
        }

        List<BankRow> rows = [];
        List<ResultProblem> unreadable = [];
        while (csv.Read())
        {
            if (RowOf(csv) is { } row)
            {
                rows.Add(row);
            }
            else
            {
                unreadable.Add(new(csv.Parser.RawRow, "row_unreadable", null, "该行的支付编号、次数、金额、结果或日期不能识别，请与银行核对。"));
            }
        }

        return rows.Count + unreadable.Count > 0
            ? new(PayFile.HashOf(content), rows, unreadable)
            : throw new RuleViolation("bank_file.empty", "银行回执没有明细。");
    }

    private static BankRow? RowOf(CsvReader csv) =>
        Guid.TryParse(csv["payment"], out var payment)
        && int.TryParse(csv["attempt"], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
        && Money.TryParse(csv["amount"], out var amount)
        && OutcomeOf(csv["outcome"]) is { } outcome
        && DateOnly.TryParseExact(csv["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new(csv.Parser.RawRow, payment, attempt, amount, outcome, on, csv["reference"], csv["code"])
            : null;

    private static BankOutcome? OutcomeOf(string? text) => text switch
    {
        "paid" => BankOutcome.Paid,
        "failed" => BankOutcome.Failed,
        "returned" => BankOutcome.Returned,
        "processing" => BankOutcome.Processing,
        "unknown" => BankOutcome.Unknown,
        _ => null,
    };
}
