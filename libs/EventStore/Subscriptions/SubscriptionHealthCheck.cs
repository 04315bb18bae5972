using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>Degraded while a subscription is stopped: the service answers, but something no longer follows its log.</summary>
internal sealed class SubscriptionHealthCheck(SubscriptionOperations operations) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var stopped = (await operations.ListAsync(cancellationToken)).Where(s => s.Stopped).ToList();
        return stopped.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                "Stopped: " + string.Join(", ", stopped.Select(s => $"{s.Name} at {s.ErrorPosition}")));
    }
}
