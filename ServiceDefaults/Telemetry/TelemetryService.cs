using Microsoft.Extensions.Hosting;
using OpenTelemetry;

namespace YouthPlatform.ServiceDefaults.Telemetry;

/// <summary>Runs the OpenTelemetry SDK for the life of the host: started before the server, flushed after it.</summary>
internal sealed class TelemetryService(Func<OpenTelemetrySdk> start) : IHostedLifecycleService, IDisposable
{
    private OpenTelemetrySdk? _sdk;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _sdk = start();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _sdk?.Dispose();
        _sdk = null;
    }
}
