using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>Windows as the months they touch, and the days of these months that lie outside: what is read does not grow with the days of a window.</summary>
internal sealed class WindowParts
{
    private readonly List<(string Indicator, DateWindow Window)> _outside = [];
    private readonly List<(string Indicator, DateWindow Window)> _months = [];

    /// <param name="windows">The days that count, by indicator.</param>
    public WindowParts(IEnumerable<KeyValuePair<string, DateWindow>> windows)
    {
        foreach (var (indicator, window) in windows.Where(window => window.Value.From <= window.Value.To))
        {
            var (first, last) = (YearMonth.Of(window.From), YearMonth.Of(window.To));
            _months.Add((indicator, new(first.FirstDay, last.FirstDay)));
            if (first.FirstDay < window.From)
            {
                _outside.Add((indicator, new(first.FirstDay, window.From.AddDays(-1))));
            }

            if (window.To < last.LastDay)
            {
                _outside.Add((indicator, new(window.To.AddDays(1), last.LastDay)));
            }
        }
    }

    /// <summary>Indicators, and the first days of the first and last month of each.</summary>
    public object[] Months => Columns(_months);

    /// <summary>Indicators, and the first and last day of stretches of their months that do not count.</summary>
    public object[] Outside => Columns(_outside);

    private static object[] Columns(List<(string Indicator, DateWindow Window)> parts) =>
        [parts.Select(part => part.Indicator).ToArray(), parts.Select(part => part.Window.From).ToArray(), parts.Select(part => part.Window.To).ToArray()];
}
