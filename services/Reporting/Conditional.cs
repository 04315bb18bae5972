using System.Security.Cryptography;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting;

/// <summary>Answers to reads with a strong ETag; 304 to who has that content already.</summary>
internal static class Conditional
{
    public static IResult Ok<T>(HttpContext http, T content) =>
        IsKnown(http, ETags.Of(ContentVersion.Of(content))) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(content);

    /// <summary>Bytes; with a name they are a file to be kept.</summary>
    public static IResult Bytes(HttpContext http, byte[] content, string mediaType, string? fileName = null) =>
        IsKnown(http, $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"")
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(content, mediaType, fileName);

    private static bool IsKnown(HttpContext http, string etag)
    {
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = "private, no-cache";
        var known = http.Request.Headers.IfNoneMatch.SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.TrimEntries));
        return known.Contains(etag);
    }
}
