using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting;

/// <summary>Months in addresses and requests.</summary>
internal static class Months
{
    /// <summary>Reads a month such as 2023-11.</summary>
    /// <exception cref="ApiException">400 for another text.</exception>
    public static YearMonth Require(string text) => YearMonth.TryParse(text, out var month)
        ? month
        : throw ApiException.BadRequest("request.month_invalid", "月份格式应为 2023-11。");
}
