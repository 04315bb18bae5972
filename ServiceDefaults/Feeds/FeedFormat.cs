using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>How the events of a page follow each other.</summary>
internal abstract class FeedFormat
{
    private const int EventsPerFlush = 200;

    /// <summary>CloudEvents' batch: a JSON array.</summary>
    public static FeedFormat Batch { get; } = new BatchFormat();

    /// <summary>Newline-delimited JSON: an event a line, to be read as it comes.</summary>
    public static FeedFormat Lines { get; } = new LineFormat();

    public abstract string MediaType { get; }

    /// <summary>Lines where they are asked for by name and the batch is not liked better, else the batch.</summary>
    public static FeedFormat AskedFor(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var lines = Quality(Lines);
        return lines > 0 && lines >= Quality(Batch) ? Lines : Batch;

        double Quality(FeedFormat format) => accepted
            .Where(range => range.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase))
            .Select(range => range.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
    }

    /// <summary>Writes a page, waiting while the client is slow.</summary>
    public async Task WriteAsync(PipeWriter body, IReadOnlyList<PublicEvent> events, string source, CancellationToken cancellationToken)
    {
        Begin(body);
        await using var json = new Utf8JsonWriter(body, CloudEventWriter.Options);
        for (var i = 0; i < events.Count; i++)
        {
            Separate(body, isFirst: i == 0);
            CloudEventWriter.WriteNext(json, events[i], source);
            if ((i + 1) % EventsPerFlush == 0)
            {
                await body.FlushAsync(cancellationToken);
            }
        }

        End(body, events.Count);
        await body.FlushAsync(cancellationToken);
    }

    protected abstract void Begin(PipeWriter body);

    protected abstract void Separate(PipeWriter body, bool isFirst);

    protected abstract void End(PipeWriter body, int count);

    private static void Put(PipeWriter body, byte character)
    {
        body.GetSpan(1)[0] = character;
        body.Advance(1);
    }

    private sealed class BatchFormat : FeedFormat
    {
        public override string MediaType => CloudEventWriter.BatchMediaType;

        protected override void Begin(PipeWriter body) => Put(body, (byte)'[');

        protected override void Separate(PipeWriter body, bool isFirst)
        {
            if (!isFirst)
            {
                Put(body, (byte)',');
            }
        }

        protected override void End(PipeWriter body, int count) => Put(body, (byte)']');
    }

    private sealed class LineFormat : FeedFormat
    {
        public override string MediaType => "application/x-ndjson";

        protected override void Begin(PipeWriter body)
        {
            // Nothing comes before the first line.
        }

        protected override void Separate(PipeWriter body, bool isFirst)
        {
            if (!isFirst)
            {
                Put(body, (byte)'\n');
            }
        }

        protected override void End(PipeWriter body, int count)
        {
            if (count > 0)
            {
                Put(body, (byte)'\n');
            }
        }
    }
}
