using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Polly;
using Polly.Retry;

namespace YouthPlatform.FeedVerifier;

/// <summary>Reads a feed over HTTP. What may pass by itself is tried again: no connection, 429, 5xx.</summary>
internal sealed class FeedClient : IDisposable
{
    private const int PageSize = 5000;

    private readonly SocketsHttpHandler _handler = new() { AutomaticDecompression = DecompressionMethods.All };
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    /// <summary>Makes a client.</summary>
    /// <param name="feed">Address of the feed, such as <c>http://127.0.0.1:8080/feeds/internships/v1</c>.</param>
    /// <param name="token">Bearer token, null for none.</param>
    /// <param name="firstDelay">Wait before the first repetition; each further one waits twice as long.</param>
    public FeedClient(Uri feed, string? token, TimeSpan firstDelay)
    {
        Feed = feed;
        _http = new(_handler);
        _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        _retries = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>()
                    .HandleResult(answer => answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500),
                MaxRetryAttempts = 5,
                Delay = firstDelay,
                BackoffType = DelayBackoffType.Exponential,
            })
            .Build();
    }

    public Uri Feed { get; }

    /// <summary>The feed's signed end.</summary>
    public Task<SignedHead> HeadAsync(CancellationToken cancellationToken) => ReadAsync<SignedHead>("head", cancellationToken);

    /// <summary>The keys that its heads are signed with.</summary>
    public Task<KeySet> KeysAsync(CancellationToken cancellationToken) => ReadAsync<KeySet>("keys", cancellationToken);

    /// <summary>The events after a position, as many as a page holds.</summary>
    public async Task<IReadOnlyList<JsonElement>> PageAsync(long after, CancellationToken cancellationToken) =>
        await ReadAsync<List<JsonElement>>($"events?after={after}&limit={PageSize}", cancellationToken);

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task<T> ReadAsync<T>(string path, CancellationToken cancellationToken)
    {
        var address = new Uri($"{Feed.AbsoluteUri.TrimEnd('/')}/{path}");
        using var answer = await _retries.ExecuteAsync(
            async cancelled => await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancelled), cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{address} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }

        return await answer.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellationToken)
            ?? throw new JsonException($"{address} answered null.");
    }
}
