using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>A page of a feed with what caches and readers need to know of it.</summary>
internal sealed class FeedPages(FeedReader reader, string source, IResponseCompressionProvider compression)
{
    public async Task WriteAsync(HttpContext context, FeedQuery query)
    {
        var format = FeedFormat.AskedFor(context.Request);
        var page = await reader.ReadAsync(query, query.Wait, context.RequestAborted);
        var headers = context.Response.Headers;
        var etag = ETag(query, page, format, compression.GetCompressionProvider(context)?.EncodingName);
        headers.ETag = etag;
        headers.Vary = "Accept, Accept-Encoding, Authorization";
        headers.CacheControl = page.Full ? "private, max-age=31536000, immutable" : "private, no-cache";
        headers.Link = $"<{query.From(page.Next)}>; rel=\"next\"";
        if (context.Request.Headers.IfNoneMatch.Contains(etag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = format.MediaType;
        await format.WriteAsync(context.Response.BodyWriter, page.Events, source, context.RequestAborted);
    }

    /// <summary>
    /// Names the bytes of the page: where it begins, where it ends, the last event in it, and, since
    /// it is strong, how it is written and compressed.
    /// </summary>
    private static string ETag(FeedQuery query, FeedPage page, FeedFormat format, string? encoding)
    {
        var last = page.Events.Count > 0 ? page.Events[^1].Id.ToString("N")[..8] : "empty";
        var form = (query.Latest ? "-latest" : "") + (ReferenceEquals(format, FeedFormat.Lines) ? "-lines" : "") + (encoding is null ? "" : $"-{encoding}");
        return string.Create(CultureInfo.InvariantCulture, $"\"{query.After}-{page.Next}-{page.Events.Count}-{last}{form}\"");
    }
}
