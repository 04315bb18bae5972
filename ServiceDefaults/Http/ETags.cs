using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>Strong ETags made of stream versions.</summary>
public static class ETags
{
    /// <summary>The ETag of a stream version.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Reads the version that a change was decided on.</summary>
    /// <exception cref="ApiException">428 without If-Match, 400 for anything but one strong ETag of a version.</exception>
    public static long RequireIfMatch(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var value = request.Headers.IfMatch.ToString();
        if (value.Length == 0)
        {
            throw new ApiException(
                StatusCodes.Status428PreconditionRequired, "request.if_match_missing", "修改前请先读取最新内容，并在 If-Match 中带上其 ETag。");
        }

        return EntityTagHeaderValue.TryParse(value, out var tag) && !tag.IsWeak
            && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : throw ApiException.BadRequest("request.if_match_invalid", "If-Match 必须是读取时得到的一个强 ETag，例如 \"3\"。");
    }
}
