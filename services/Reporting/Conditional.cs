using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting;

/// <summary>Answers to reads with a strong ETag; 304 to who has that content already.</summary>
internal static class Conditional
{
    public static IResult Ok<T>(HttpContext http, T content)
    {
        var etag = ETags.Of(ContentVersion.Of(content));
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = "private, no-cache";
        var known = http.Request.Headers.IfNoneMatch.SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.TrimEntries));
        return known.Contains(etag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(content);
    }
}
