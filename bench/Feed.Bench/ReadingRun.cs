using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using YouthPlatform.EventStore;
using YouthPlatform.LocalServers;

namespace YouthPlatform.Feed.Bench;

/// <summary>Reading a whole feed over HTTP, page after page, by one client and by eight at once, beside COPY of the same rows through psql.</summary>
internal static class ReadingRun
{
    private const int PageSize = 5000;
    private const int Rounds = 3;
    private const int EventsPerAppend = 500;

    private static readonly (string Name, string Accept, string? Encoding)[] Forms =
    [
        ("batches", "application/cloudevents-batch+json", null),
        ("lines", "application/x-ndjson", null),
        ("batches, br", "application/cloudevents-batch+json", "br"),
    ];

    /// <summary>Runs it and prints the figures.</summary>
    /// <param name="postgres">The database server.</param>
    /// <param name="broker">The broker.</param>
    /// <param name="events">Events of the feed.</param>
    internal static async Task RunAsync(PostgresServer postgres, RabbitMqServer broker, int events)
    {
        await using var host = await PublishingHost.StartAsync(postgres.ConnectionString("feed"), broker.ConnectionString());
        await FillAsync(host, events);
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var (name, accept, encoding) in Forms)
        {
            foreach (var clients in (int[])[1, 8])
            {
                var ratios = new List<(double PerSecond, double Ratio)>();
                for (var round = 0; round <= Rounds; round++)
                {
                    var copy = events / await Psql.CopySecondsAsync(postgres, "feed", "SELECT * FROM public_log.events ORDER BY position");
                    var read = await ReadAsync(client, accept, encoding, events, clients);
                    if (round > 0)
                    {
                        ratios.Add((read, read / copy));
                    }
                }

                var (perSecond, ratio) = ratios.OrderBy(pair => pair.Ratio).ElementAt(Rounds / 2);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"read the feed, {name,-12} {clients} client(s) {perSecond,12:N0} events/s   {ratio,6:F2} of COPY"));
            }
        }
    }

    private static async Task FillAsync(PublishingHost host, int events)
    {
        for (var from = 0; from < events; from += EventsPerAppend)
        {
            var some = Enumerable.Range(from, Math.Min(EventsPerAppend, events - from)).Select(week => (object)new Reported(week, 37.5m));
            await host.Store.AppendAsync(new Append([new StreamAppend($"attendance-{from}", 0, [.. some])], new EventMetadata("bench")), CancellationToken.None);
        }

        for (var began = Stopwatch.GetTimestamp(); await host.PublishedAsync() < events; await Task.Delay(200))
        {
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromMinutes(10))
            {
                throw new TimeoutException($"The feed does not hold {events} events after ten minutes.");
            }
        }
    }

    /// <summary>Events a second of all clients together, each of which reads the whole.</summary>
    private static async Task<double> ReadAsync(HttpClient client, string accept, string? encoding, int events, int clients)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => ReadAllAsync(client, accept, encoding, events))));
        return (double)clients * events / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task ReadAllAsync(HttpClient client, string accept, string? encoding, int events)
    {
        for (var after = 0; after < events; after += PageSize)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/feeds/v1/events?after={after}&limit={PageSize}");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.Bureau());
            if (encoding is not null)
            {
                request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
            }

            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                throw new HttpRequestException($"The feed answered {answer.StatusCode}.");
            }

            await using var body = await answer.Content.ReadAsStreamAsync();
            await body.CopyToAsync(Stream.Null);
        }
    }
}
