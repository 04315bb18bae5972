using System.Globalization;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Sdmx.Data;

/// <summary>Times as SDMX writes them: a year, a quarter, a month or a day.</summary>
internal static class TimeFilter
{
    /// <summary>The days of a time.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static DateWindow Read(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateWindow(day, day);
        }

        if (YearMonth.TryParse(text, out var month))
        {
            return new DateWindow(month.FirstDay, month.LastDay);
        }

        if (text.Length == 7 && text[4..6] == "-Q" && text[6] is >= '1' and <= '4'
            && YearMonth.TryParse($"{text[..4]}-{(3 * (text[6] - '1')) + 1:00}", out var first))
        {
            return new DateWindow(first.FirstDay, first.AddMonths(2).LastDay);
        }

        return text.Length == 4 && YearMonth.TryParse($"{text}-01", out var january)
            ? new DateWindow(january.FirstDay, january.AddMonths(11).LastDay)
            : throw new FormatException($"'{text}' is not a time such as 2023, 2023-Q2, 2023-05 or 2023-05-30.");
    }

    /// <summary>Whether a time stands to another as an operator says.</summary>
    public static bool Holds(string comparison, DateWindow time, DateWindow other) => comparison switch
    {
        "ge" => time.From >= other.From,
        "gt" => time.From > other.To,
        "le" => time.To <= other.To,
        "lt" => time.To < other.From,
        "ne" => time != other,
        _ => time == other,
    };
}
