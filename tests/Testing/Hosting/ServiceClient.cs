using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;

namespace YouthPlatform.Testing.Hosting;

/// <summary>Calls a service as one caller.</summary>
public sealed class ServiceClient(HttpClient http)
{
    /// <summary>The plain client.</summary>
    public HttpClient Http { get; } = http;

    /// <summary>Sends a change. Without a key, a new one; an ETag is given where the change needs one.</summary>
    public async Task<ServiceReply> PostAsync(string path, object? body = null, string? etag = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        using var response = await Http.SendAsync(request);
        return await ServiceReply.FromAsync(response);
    }

    /// <summary>Sends a file of comma-separated values.</summary>
    public async Task<ServiceReply> PostCsvAsync(string path, string content, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(content, Encoding.UTF8, "text/csv") };
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        using var response = await Http.SendAsync(request);
        return await ServiceReply.FromAsync(response);
    }

    /// <summary>Reads.</summary>
    public async Task<ServiceReply> GetAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        return await ServiceReply.FromAsync(response);
    }
}

/// <summary>What a service answered.</summary>
/// <param name="Status">Status code.</param>
/// <param name="Body">JSON, if any.</param>
/// <param name="ETag">ETag header, if any.</param>
/// <param name="IsReplay">Whether it is the saved answer of an earlier request.</param>
public sealed record ServiceReply(HttpStatusCode Status, JsonNode? Body, string? ETag, bool IsReplay)
{
    /// <summary>A member of the body.</summary>
    public JsonNode this[string name] => Body.ShouldNotBeNull()[name].ShouldNotBeNull($"The answer lacks {name}: {Body}");

    /// <summary>Code of the problem, if it is one.</summary>
    public string? Code => (string?)Body?["code"];

    /// <summary>Checks the status.</summary>
    public ServiceReply ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Body?.ToJsonString());
        return this;
    }

    /// <summary>Checks that it is a problem.</summary>
    public void ShouldBeProblem(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, Body?.ToJsonString());
        Code.ShouldBe(code);
    }

    /// <summary>Reads an answer.</summary>
    public static async Task<ServiceReply> FromAsync(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = await response.Content.ReadAsStringAsync();
        return new ServiceReply(
            response.StatusCode,
            text.Length == 0 ? null : JsonNode.Parse(text),
            response.Headers.ETag?.ToString(),
            response.Headers.Contains("Idempotency-Replayed"));
    }
}
