using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using YouthPlatform.Payments.Payees;

namespace YouthPlatform.Payments.PayRuns;

/// <summary>
/// The file that goes to the bank: UTF-8, comma-separated, one row a line that is paid. It follows from the run alone, so that it can be
/// written again and compared with the hash that was recorded. The hash is over the file with sealed accounts still sealed: they cannot be changed
/// without its notice, and it can be compared when they cannot be opened any more.
/// </summary>
/// <param name="Content">The bytes.</param>
/// <param name="Hash">SHA-256 of them, lower-case hex.</param>
public sealed record PayFile(byte[] Content, string Hash)
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["run", "line", "payment", "attempt", "payee", "amount", "currency", "scheme", "period", "kind", "bank", "account_name", "account_number"];

    /// <summary>Writes the file of a run as it is compared.</summary>
    public static PayFile Of(PayRunFile run) => Of(run, account => account);

    /// <summary>Writes the file of a run as the bank gets it, or as it is compared.</summary>
    /// <param name="run">The run.</param>
    /// <param name="open">Opens a sealed account; null for one that cannot be opened any more.</param>
    public static PayFile Of(PayRunFile run, Func<PayeeAccount, PayeeAccount?> open)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(open);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\r\n" };
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true))
        {
            Write(csv, Columns);
            foreach (var line in run.Lines.Where(line => line.ToNet() > Policy.Money.Zero))
            {
                Write(csv, Row(run.RunId, line, line.Account is { IsSealed: true } closed ? open(closed) : line.Account));
            }
        }

        var content = Encoding.UTF8.GetBytes(text.ToString());
        return new(content, HashOf(content));
    }

    /// <summary>SHA-256 of a file, lower-case hex.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string[] Row(Guid runId, PayRunLine line, PayeeAccount? account) =>
    [
        runId.ToString(),
        line.Line.ToString(CultureInfo.InvariantCulture),
        line.PaymentId.ToString(),
        line.Attempt.ToString(CultureInfo.InvariantCulture),
        line.PayeeCode,
        line.ToNet().ToString(),
        Policy.Money.Currency,
        line.Key.Scheme,
        line.Key.Period,
        line.Key.Kind,
        account?.Bank ?? "",
        account?.Holder ?? "",
        account?.Number ?? "",
    ];

    private static void Write(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
