using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>
/// Whether the queues of this service have been declared and bound since it started, and have settled in the broker. Before that, what others publish passes
/// it by, or could be lost with the queue, so the service does not count as ready. Losing the broker later is no matter: messages wait in the queues.
/// </summary>
internal sealed class MessagingReadiness(MessagingQueues queues) : IReceiveEndpointObserver, IHealthCheck
{
    private readonly ConcurrentDictionary<string, long> _declared = new(StringComparer.Ordinal);

    public Task Ready(ReceiveEndpointReady ready)
    {
        _declared.TryAdd(ready.InputAddress.Segments[^1], TimeProvider.System.GetTimestamp());
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var missing = queues.Names.Where(name => !HasSettled(name)).ToList();
        return Task.FromResult(missing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Not declared or not settled yet: " + string.Join(", ", missing)));
    }

    private bool HasSettled(string queue) =>
        _declared.TryGetValue(queue, out var declared) && TimeProvider.System.GetElapsedTime(declared) >= NewQueues.Settling;
}

/// <summary>The queues that a service consumes.</summary>
/// <param name="Names">Their names.</param>
internal sealed record MessagingQueues(IReadOnlySet<string> Names);
