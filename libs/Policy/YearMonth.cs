using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace YouthPlatform.Policy;

/// <summary>A calendar month, written <c>2023-11</c>.</summary>
[JsonConverter(typeof(ParsableJsonConverter<YearMonth>))]
public readonly record struct YearMonth : IParsable<YearMonth>, IComparable<YearMonth>
{
    private readonly int _index;

    /// <summary>A month of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a month from 0001-01 to 9999-12.</exception>
    public YearMonth(int year, int month) => _index = IndexOf(new DateOnly(year, month, 1));

    private YearMonth(int index) => _index = index;

    /// <summary>The year.</summary>
    public int Year => (_index / 12) + 1;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => (_index % 12) + 1;

    /// <summary>The first day.</summary>
    public DateOnly FirstDay => new(Year, Month, 1);

    /// <summary>The last day.</summary>
    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    /// <summary>The month that a date lies in.</summary>
    public static YearMonth Of(DateOnly date) => new(IndexOf(date));

    /// <summary>The month a number of months later, or earlier when negative.</summary>
    public YearMonth AddMonths(int months) => Of(FirstDay.AddMonths(months));

    /// <summary>A day of this month; the last day where the month is shorter.</summary>
    public DateOnly DayOrLast(int day) => new(Year, Month, Math.Min(day, DateTime.DaysInMonth(Year, Month)));

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    /// <exception cref="FormatException">The text is not a month.</exception>
    public static YearMonth Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var month) ? month : throw new FormatException($"'{s}' is not a month such as 2023-11.");

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out YearMonth result)
    {
        var read = DateOnly.TryParseExact(s, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        result = read ? Of(first) : default;
        return read;
    }

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out YearMonth result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public int CompareTo(YearMonth other) => _index.CompareTo(other._index);

    /// <summary>Whether one month is before another.</summary>
    public static bool operator <(YearMonth left, YearMonth right) => left._index < right._index;

    /// <summary>Whether one month is after another.</summary>
    public static bool operator >(YearMonth left, YearMonth right) => left._index > right._index;

    /// <summary>Whether one month is before another or the same.</summary>
    public static bool operator <=(YearMonth left, YearMonth right) => left._index <= right._index;

    /// <summary>Whether one month is after another or the same.</summary>
    public static bool operator >=(YearMonth left, YearMonth right) => left._index >= right._index;

    /// <summary>The month as <c>yyyy-MM</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");

    private static int IndexOf(DateOnly date) => ((date.Year - 1) * 12) + date.Month - 1;
}
