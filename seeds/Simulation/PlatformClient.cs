using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Polly;
using Polly.Retry;

namespace YouthPlatform.Simulation;

/// <summary>
/// Calls the platform through its gateway. Every change carries an idempotency key made of what it means, so a repeated or
/// resumed simulation changes nothing twice, and a service that dies meanwhile costs only time.
/// </summary>
internal sealed class PlatformClient(HttpClient http)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _tokens = new();

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = async attempt => attempt.Outcome.Exception is HttpRequestException
                || (attempt.Outcome.Result is { } response && await IsTransientAsync(response)),
            MaxRetryAttempts = 240,
            Delay = TimeSpan.FromMilliseconds(250),
            MaxDelay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Linear,
        })
        .Build();

    /// <summary>Requests answered so far.</summary>
    public int Requests => _requests;

    private int _requests;

    /// <summary>Sends a change and returns its answer.</summary>
    /// <exception cref="SimulationException">The platform refused.</exception>
    public async Task<Reply> PostAsync(Persona who, string path, JsonObject? body, string key, string? etag = null)
    {
        var content = body?.ToJsonString();
        return await SendAsync(who, () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = content is null ? null : new StringContent(content, new MediaTypeHeaderValue("application/json")),
            };
            request.Headers.Add("Idempotency-Key", key);
            if (etag is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", etag);
            }

            return request;
        });
    }

    /// <summary>Sends a change that may be refused by some rules.</summary>
    /// <returns>The answer; null when one of them refused.</returns>
    /// <exception cref="SimulationException">The platform refused for another reason.</exception>
    public async Task<Reply?> TryPostAsync(Persona who, string path, JsonObject body, string key, params string[] refusals)
    {
        try
        {
            return await PostAsync(who, path, body, key);
        }
        catch (SimulationException refused) when (Array.Exists(refusals, code => refused.Message.Contains($"\"{code}\"", StringComparison.Ordinal)))
        {
            return null;
        }
    }

    /// <summary>Sends comma-separated values under a key.</summary>
    /// <exception cref="SimulationException">The platform refused.</exception>
    public Task<Reply> PostCsvAsync(Persona who, string path, string content, string key) => SendAsync(who, () =>
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(content, new MediaTypeHeaderValue("text/csv")),
        };
        request.Headers.Add("Idempotency-Key", key);
        return request;
    });

    /// <summary>Uploads a file; its digest makes sure that the same file is taken in once.</summary>
    /// <exception cref="SimulationException">The platform refused.</exception>
    public Task<Reply> UploadAsync(Persona who, string path, byte[] file, string mediaType) => SendAsync(who, () =>
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        request.Content.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(file))}:");
        return request;
    });

    /// <summary>Reads.</summary>
    /// <exception cref="SimulationException">The platform refused.</exception>
    public Task<Reply> GetAsync(Persona who, string path) => SendAsync(who, () => new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sets the platform's time; only a platform in Development has this.</summary>
    public async Task SetClockAsync(DateTimeOffset now)
    {
        using var response = await _pipeline.ExecuteAsync(
            async cancellation => await http.PutAsJsonAsync("/dev/clock", new { now }, cancellation), CancellationToken.None);
        await RequireSuccessAsync(response);
    }

    private async Task<Reply> SendAsync(Persona who, Func<HttpRequestMessage> request)
    {
        var token = await TokenAsync(who);
        using var response = await _pipeline.ExecuteAsync(
            async cancellation =>
            {
                using var message = request();
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                return await http.SendAsync(message, cancellation);
            },
            CancellationToken.None);
        await RequireSuccessAsync(response);
        Interlocked.Increment(ref _requests);
        var text = await response.Content.ReadAsStringAsync();
        return new Reply(text.Length == 0 ? null : JsonNode.Parse(text), response.Headers.ETag?.ToString());
    }

    private Task<string> TokenAsync(Persona who) => _tokens.GetOrAdd(who.Subject, _ => new(() => RequestTokenAsync(who))).Value;

    private async Task<string> RequestTokenAsync(Persona who)
    {
        var body = new
        {
            sub = who.Subject,
            roles = new[] { who.Role },
            regions = who.Region is null ? [] : new[] { who.Region },
            unit = who.Unit,
            person = who.Person,
        };
        using var response = await _pipeline.ExecuteAsync(
            async cancellation => await http.PostAsJsonAsync("/dev/token", body, cancellation), CancellationToken.None);
        await RequireSuccessAsync(response);
        var token = await response.Content.ReadFromJsonAsync<JsonObject>();
        return (string)token!["access_token"]!;
    }

    private static async Task RequireSuccessAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            var problem = await response.Content.ReadAsStringAsync();
            throw new SimulationException(
                $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.PathAndQuery} -> {(int)response.StatusCode}: {problem}",
                response.StatusCode);
        }
    }

    /// <summary>Somebody is away for a moment, or an event is still on its way from one service to another.</summary>
    private static async ValueTask<bool> IsTransientAsync(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => true,
        HttpStatusCode.Conflict => (await response.Content.ReadAsStringAsync()).Contains("\"person.unknown\"", StringComparison.Ordinal),
        _ => false,
    };
}

/// <summary>What the platform answered.</summary>
/// <param name="Body">JSON, if any.</param>
/// <param name="ETag">Version to be given back with the next change.</param>
internal sealed record Reply(JsonNode? Body, string? ETag)
{
    /// <summary>A member of the body.</summary>
    public JsonNode this[string name] => Body?[name] ?? throw new SimulationException($"The answer lacks {name}: {Body?.ToJsonString()}");

    /// <summary>A member that is an id.</summary>
    public Guid Id(string name) => Guid.Parse((string)this[name]!);
}

/// <summary>The simulation cannot go on; the message says what the platform answered.</summary>
public sealed class SimulationException(string message, HttpStatusCode? status = null) : Exception(message)
{
    /// <summary>Status of the refusal, if it was one.</summary>
    public HttpStatusCode? Status { get; } = status;
}
