using System.Text.Json.Nodes;
using YouthPlatform.Gateway.Proxy;

namespace YouthPlatform.Gateway;

/// <summary>Reads JSON from the services, for pages that the gateway puts together itself.</summary>
internal sealed class ServiceReader(IHttpClientFactory clients, IConfiguration configuration)
{
    public const string Client = "service-reader";

    /// <summary>Reads a document of the first instance of a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="path">Path at the service.</param>
    /// <param name="authorization">Header of the caller to read on behalf of; null to read what is open to all.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="HttpRequestException">The service did not answer in time, or not with success.</exception>
    public async Task<JsonNode> ReadAsync(ProxiedService service, string path, string? authorization, CancellationToken cancellationToken)
    {
        var address = service.Addresses(configuration) is [var first, ..] ? first : throw new HttpRequestException($"{service.Name} has no address.");
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        try
        {
            using var answer = await client.SendAsync(request, cancellationToken);
            answer.EnsureSuccessStatusCode();
            await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonNode.ParseAsync(stream, cancellationToken: cancellationToken) ?? throw new HttpRequestException($"{service.Name} sent null.");
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"{service.Name} did not answer in time.", e);
        }
    }
}
