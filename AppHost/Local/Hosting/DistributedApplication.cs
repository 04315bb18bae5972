using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using YouthPlatform.AppHost.Local.Console;
using YouthPlatform.AppHost.Local.Running;
using YouthPlatform.LocalServers;

namespace Aspire.Hosting;

/// <summary>An application of several processes, run on this machine from its own programs.</summary>
public sealed class DistributedApplication : IAsyncDisposable
{
    private readonly IReadOnlyList<Resource> _resources;
    private readonly RunSettings _settings;
    private readonly RunLog _log = new(System.Console.Out, TimeProvider.System);
    private RunState? _state;
    private OpsConsole? _console;

    internal DistributedApplication(IReadOnlyList<Resource> resources, RunSettings settings)
    {
        _resources = resources;
        _settings = settings;
    }

    internal LocalRun? Run { get; private set; }

    /// <summary>Begins the description of an application.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    /// <summary>Starts all resources and returns at once; they come up in the order they wait for each other.</summary>
    /// <exception cref="DistributedApplicationException">It runs already, or a port is in use.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        _state = RunState.Claim(_settings);
        PortAllocation.Require(_settings.ConsolePort, "the ops console (YOUTH_CONSOLE_PORT)");
        PortAllocation.Allocate(_resources);
        Run = new(_resources, _settings, _log, TimeProvider.System);
        _console = await OpsConsole.StartAsync(Run, _settings.ConsolePort, cancellationToken);
        var external = _resources
            .SelectMany(resource => resource.Endpoints.Where(endpoint => endpoint.IsExternal).Select(endpoint => (resource, endpoint)))
            .ToDictionary(pair => pair.resource.Name, pair => new EndpointReference(pair.resource, pair.endpoint.Name).Url);
        _state.Publish(_console.Address, external);
        Run.Start();
    }

    /// <summary>Stops all resources in reverse order.</summary>
    public async Task StopAsync()
    {
        if (Run is not null)
        {
            await Run.StopAsync();
        }
    }

    /// <summary>Runs until it is cancelled or told to stop by a signal; the exit code of the process is 1 when it could not start.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        var handlers = Array.ConvertAll(signals, signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stopping.Cancel();
        }));
        try
        {
            await StartAsync(stopping.Token);
            _log.Write($"Ops console: {_console!.Address}");
            await ReportAsync(stopping.Token);
            await Task.Delay(Timeout.Infinite, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            _log.Write("Stopping.");
        }
        catch (Exception exception) when (exception is DistributedApplicationException or LocalServerException)
        {
            await System.Console.Error.WriteLineAsync(exception.Message);
            Environment.ExitCode = 1;
        }
        finally
        {
            await DisposeAsync();
            Array.ForEach(handlers, handler => handler.Dispose());
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Run is not null)
        {
            await Run.DisposeAsync();
            Run = null;
        }

        if (_console is not null)
        {
            await _console.DisposeAsync();
            _console = null;
        }

        _state?.Dispose();
        _state = null;
    }

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        if (!await Run!.ReportUntilHealthyAsync(cancellationToken))
        {
            _log.Write($"Failed: {string.Join(", ", Run.Failed.Select(supervisor => supervisor.Resource.Name))}. See {_console!.Address}");
            return;
        }

        _log.Write("Everything is up.");
        foreach (var resource in _resources)
        {
            foreach (var endpoint in resource.Endpoints.Where(endpoint => endpoint.IsExternal))
            {
                _log.Write($"  {resource.Name,-18} {new EndpointReference(resource, endpoint.Name).Url}");
            }
        }
    }
}
