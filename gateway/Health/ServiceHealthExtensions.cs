using Microsoft.Extensions.Diagnostics.HealthChecks;
using YouthPlatform.Gateway.Proxy;

namespace YouthPlatform.Gateway.Health;

/// <summary>The gateway's <c>/health</c> tells of every service.</summary>
internal static class ServiceHealthExtensions
{
    public static void AddServiceHealth(this IServiceCollection services)
    {
        services.AddHttpClient(ServiceHealth.Client, client => client.Timeout = TimeSpan.FromSeconds(3));
        var checks = services.AddHealthChecks();
        foreach (var service in ProxiedService.All)
        {
            checks.Add(new(
                service.Name,
                provider => new ServiceHealth(service, provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<IConfiguration>()),
                HealthStatus.Degraded,
                ["ready"]));
        }
    }
}
