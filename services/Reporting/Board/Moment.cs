using System.Globalization;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board;

/// <summary>The day as of which a page shows what was known.</summary>
internal static class Moment
{
    /// <summary>A day before today; null for now.</summary>
    /// <exception cref="ApiException">400 for a text that is no date.</exception>
    public static DateOnly? Of(string? knownOn, DateOnly today)
    {
        if (string.IsNullOrEmpty(knownOn))
        {
            return null;
        }

        return !DateOnly.TryParseExact(knownOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? throw ApiException.BadRequest("request.date_invalid", "日期格式应为 2023-11-30。")
            : day < today ? day : null;
    }

    /// <summary>The same in words.</summary>
    public static string Name(DateOnly day) => $"{Text.Date(day)} 终了时所知的报表";
}
