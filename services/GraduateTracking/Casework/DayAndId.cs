using System.Globalization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.Casework;

/// <summary>A cursor of lists that are ordered by a day: the day and the id of a page's last row.</summary>
internal readonly record struct DayAndId(DateOnly Day, Guid Id)
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Before every row.</summary>
    public static DayAndId Start { get; } = new(DateOnly.MinValue, Guid.Empty);

    /// <exception cref="ApiException">400 for a text that no page gave.</exception>
    public static DayAndId Parse(string? text)
    {
        if (text is null)
        {
            return Start;
        }

        return text.Length > Format.Length + 1
            && DateOnly.TryParseExact(text[..Format.Length], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Guid.TryParse(text[(Format.Length + 1)..], out var id)
                ? new(day, id)
                : throw ApiException.BadRequest("request.after_invalid", "after 应为上一页返回的 next。");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}_{Id}");
}
