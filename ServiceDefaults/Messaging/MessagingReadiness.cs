using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>
/// Whether the queues of this service have been declared and bound since it started. Before that, what others publish passes it by,
/// so the service does not count as ready. Losing the broker later is no matter: messages wait in the queues.
/// </summary>
internal sealed class MessagingReadiness(MessagingQueues queues) : IReceiveEndpointObserver, IHealthCheck
{
    private readonly ConcurrentDictionary<string, bool> _ready = new(StringComparer.Ordinal);

    public Task Ready(ReceiveEndpointReady ready)
    {
        _ready[ready.InputAddress.Segments[^1]] = true;
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var missing = queues.Names.Where(name => !_ready.ContainsKey(name)).ToList();
        return Task.FromResult(missing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Not declared yet: " + string.Join(", ", missing)));
    }
}

/// <summary>The queues that a service consumes.</summary>
/// <param name="Names">Their names.</param>
internal sealed record MessagingQueues(IReadOnlySet<string> Names);
