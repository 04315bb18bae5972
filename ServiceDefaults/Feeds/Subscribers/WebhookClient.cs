namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>
/// Sends to webhooks. Not one of the factory's clients: their retries and circuit breaker would let one webhook that fails hold up the others,
/// and each subscriber has its own pauses.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    private readonly SocketsHttpHandler _handler = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private readonly HttpClient _client;

    public WebhookClient(SubscriberOptions options) => _client = new(_handler) { Timeout = options.Timeout };

    /// <summary>Sends a request; returns with the answer's head.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
