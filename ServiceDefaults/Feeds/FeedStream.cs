using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Net.Http.Headers;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>
/// A feed as server-sent events. Pages are read as the client takes them, so a slow client costs one page of memory. The id of each
/// event is its position; a heartbeat carries the position looked at so far, so that a filtered reader resumes from there.
/// </summary>
internal sealed class FeedStream(FeedReader reader, string source, IConfiguration configuration)
{
    public const string MediaType = "text/event-stream";

    private const int PageSize = 500;
    private const int EventsPerFlush = 50;

    private readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(configuration.GetValue("Feeds:HeartbeatSeconds", 15));

    public static bool IsAskedFor(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase));

    public async Task WriteAsync(HttpContext context, FeedQuery query)
    {
        var next = query with { After = ResumeAfter(context.Request) ?? query.After, Limit = PageSize };
        var response = context.Response;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers[HeaderNames.Vary] = "Accept, Authorization";
        var body = response.BodyWriter;
        await SendAsync(body, "retry: 2000\n: open\n\n", context.RequestAborted);
        while (!reader.Stopping.IsCancellationRequested)
        {
            var page = await reader.ReadAsync(next, _heartbeat, context.RequestAborted);
            next = next with { After = page.Next };
            if (page.Events.Count == 0)
            {
                await SendAsync(body, string.Create(CultureInfo.InvariantCulture, $": heartbeat\nid: {page.Next}\n\n"), context.RequestAborted);
                continue;
            }

            foreach (var some in page.Events.Chunk(EventsPerFlush))
            {
                await SendAsync(body, some, context.RequestAborted);
            }
        }
    }

    private static long? ResumeAfter(HttpRequest request)
    {
        var id = request.Headers["Last-Event-ID"].ToString();
        if (id.Length == 0)
        {
            return null;
        }

        return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw ApiException.BadRequest("feed.last_event_id_invalid", "Last-Event-ID 必须是收到的最后一个事件的序号。");
    }

    /// <summary>Waits while the client is slow.</summary>
    private async Task SendAsync(PipeWriter body, PublicEvent[] events, CancellationToken cancellationToken)
    {
        foreach (var item in events)
        {
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {item.Position}\nevent: {item.Type}\ndata: "), body);
            using (var json = new Utf8JsonWriter(body, CloudEventWriter.Options))
            {
                CloudEventWriter.Write(json, item, source);
            }

            Encoding.UTF8.GetBytes("\n\n", body);
        }

        await body.FlushAsync(cancellationToken);
    }

    private static async Task SendAsync(PipeWriter body, string text, CancellationToken cancellationToken)
    {
        Encoding.UTF8.GetBytes(text, body);
        await body.FlushAsync(cancellationToken);
    }
}
