using System.Globalization;

namespace YouthPlatform.Policy;

/// <summary>A date lies outside the holiday calendars on file.</summary>
/// <param name="date">The date.</param>
public sealed class CalendarMissingException(DateOnly date)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"No holiday calendar on file covers {date:yyyy-MM-dd}."))
{
    /// <summary>The date.</summary>
    public DateOnly Date { get; } = date;
}
