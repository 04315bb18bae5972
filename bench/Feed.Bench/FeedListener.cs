using System.Globalization;
using System.Net.Http.Headers;

namespace YouthPlatform.Feed.Bench;

/// <summary>Reads the feed as server-sent events.</summary>
internal sealed class FeedListener : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Reads until as many events have come, and tells of each by its position.</summary>
    internal async Task ReadAsync(Uri host, int events, Action<long> seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host, "/feeds/v1/events?after=0"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.Bureau());
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var position = 0L;
        while (position < events && await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                position = long.Parse(line.AsSpan(4), CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                seen(position);
            }
        }
    }

    public void Dispose() => _client.Dispose();
}
