using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace YouthPlatform.Policy;

/// <summary>A day of every year, written <c>12-15</c>.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public sealed record AnnualDate(int Month, int Day) : IParsable<AnnualDate>
{
    /// <summary>The day in a year; the month's last day where the month is shorter.</summary>
    public DateOnly In(int year) => new YearMonth(year, Month).DayOrLast(Day);

    /// <summary>Reads <c>MM-dd</c>.</summary>
    /// <exception cref="FormatException">The text is not a day of the year.</exception>
    public static AnnualDate Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var date) ? date : throw new FormatException($"'{s}' is not a day of the year such as 12-15.");

    /// <summary>Reads <c>MM-dd</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out AnnualDate? result)
    {
        var leapYear = $"2024-{s}";
        var read = DateOnly.TryParseExact(leapYear, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        result = read ? new AnnualDate(date.Month, date.Day) : null;
        return read;
    }

    /// <summary>The day as <c>MM-dd</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}
