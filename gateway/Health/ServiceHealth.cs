using Microsoft.Extensions.Diagnostics.HealthChecks;
using YouthPlatform.Gateway.Proxy;

namespace YouthPlatform.Gateway.Health;

/// <summary>A service behind the gateway is healthy. Where it is not, the gateway still does its work for the others: degraded.</summary>
internal sealed class ServiceHealth(ProxiedService service, IHttpClientFactory clients, IConfiguration configuration) : IHealthCheck
{
    public const string Client = "service-health";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var addresses = service.Addresses(configuration);
        if (addresses.Count == 0)
        {
            return HealthCheckResult.Degraded("No address is configured.");
        }

        using var client = clients.CreateClient(Client);
        var healthy = await Task.WhenAll(addresses.Select(address => IsHealthyAsync(client, address, cancellationToken)));
        return healthy.All(yes => yes)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{healthy.Count(yes => !yes)} of {healthy.Length} instances are not healthy.");
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/health"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
