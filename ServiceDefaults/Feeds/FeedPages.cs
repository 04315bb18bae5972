using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>A page of a feed as a CloudEvents batch, with what caches and readers need to know of it.</summary>
internal static class FeedPages
{
    private const int EventsPerFlush = 200;

    public static async Task WriteAsync(HttpContext context, FeedQuery query, FeedReader reader, FeedCatalogue catalogue)
    {
        var page = await reader.ReadAsync(query, query.Wait, context.RequestAborted);
        var headers = context.Response.Headers;
        var etag = ETag(query, page);
        headers.ETag = etag;
        headers.Vary = "Accept, Authorization";
        headers.CacheControl = page.Full ? "private, max-age=31536000, immutable" : "private, no-cache";
        headers.Link = $"<{query.From(page.Next)}>; rel=\"next\"";
        if (context.Request.Headers.IfNoneMatch.Contains(etag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = CloudEventWriter.BatchMediaType;
        await WriteBatchAsync(context, page.Events, catalogue.Source);
    }

    /// <summary>Names the page: where it begins, where it ends, and the hash of its last event, which covers all before it.</summary>
    private static string ETag(FeedQuery query, FeedPage page)
    {
        var hash = page.Events.Count > 0 ? Convert.ToHexStringLower(page.Events[^1].Hash.AsSpan(0, 8)) : "empty";
        return string.Create(CultureInfo.InvariantCulture, $"\"{query.After}-{page.Next}-{page.Events.Count}-{hash}\"");
    }

    private static async Task WriteBatchAsync(HttpContext context, IReadOnlyList<PublicEvent> events, string source)
    {
        var body = context.Response.BodyWriter;
        await using var json = new Utf8JsonWriter(body, CloudEventWriter.Options);
        json.WriteStartArray();
        for (var i = 0; i < events.Count; i++)
        {
            CloudEventWriter.Write(json, events[i], source);
            if ((i + 1) % EventsPerFlush == 0)
            {
                await json.FlushAsync(context.RequestAborted);
                await body.FlushAsync(context.RequestAborted);
            }
        }

        json.WriteEndArray();
        await json.FlushAsync(context.RequestAborted);
        await body.FlushAsync(context.RequestAborted);
    }
}
