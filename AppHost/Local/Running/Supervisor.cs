using System.Threading.Channels;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using YouthPlatform.LocalServers;

namespace YouthPlatform.AppHost.Local.Running;

/// <summary>
/// Keeps one resource running: starts it when what it waits for is healthy, watches its health, starts it again when it
/// ends by itself, and gives up, visibly, when it keeps ending.
/// </summary>
internal sealed class Supervisor(Resource resource, ILaunch launch, IReadOnlyList<Supervisor> dependencies, RunLog log, TimeProvider time)
    : IDisposable
{
    private const int MaxEnds = 8;
    private static readonly TimeSpan Recovered = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HealthPauseUntilHealthy = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan HealthPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HealthyWithin = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(200);

    private readonly Channel<ResourceCommand> _commands = Channel.CreateUnbounded<ResourceCommand>();
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;
    private int _ends;
    private DateTimeOffset? _runningSince;
    private volatile ResourceStatus _status = new(ResourceState.Waiting, false, null, 0, time.GetUtcNow(), null);

    private enum Outcome
    {
        Ended,
        NeverHealthy,
        StopRequested,
        RestartRequested,
    }

    public Resource Resource => resource;

    public string Type => launch.Type;

    public string LogFile => launch.LogFile;

    public IReadOnlyList<Supervisor> Dependencies => dependencies;

    public ResourceStatus Status => _status;

    public void Give(ResourceCommand command) => _commands.Writer.TryWrite(command);

    /// <summary>Begins to keep the resource running.</summary>
    public void Start() => _run = RunAsync(_stop.Token);

    /// <summary>Stops the resource for good.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _run;
    }

    /// <inheritdoc />
    public void Dispose() => _stop.Dispose();

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await WaitForDependenciesAsync(stopping);
                switch (await RunOnceAsync(stopping))
                {
                    case Outcome.Ended when RecordEnd() > MaxEnds:
                        Enter(ResourceState.Failed, $"It ended {MaxEnds + 1} times without running for a minute in between. {_status.Message}");
                        await WaitForStartAsync(stopping);
                        break;
                    case Outcome.Ended:
                        await BackOffAsync(stopping);
                        break;
                    case Outcome.NeverHealthy:
                        Enter(ResourceState.Failed, $"It runs but did not become healthy within {HealthyWithin.TotalMinutes:0} minutes; see {launch.LogFile}.");
                        await WaitForStartAsync(stopping);
                        break;
                    case Outcome.StopRequested:
                        Enter(ResourceState.Stopped, "Stopped by hand.");
                        await WaitForStartAsync(stopping);
                        break;
                    default:
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Enter(ResourceState.Stopped);
        }
    }

    private async Task WaitForDependenciesAsync(CancellationToken stopping)
    {
        while (dependencies.FirstOrDefault(dependency => !dependency.Status.Healthy) is { } missing)
        {
            if (_status.State != ResourceState.Waiting || _status.Message is null)
            {
                Enter(ResourceState.Waiting, $"for {missing.Resource.Name}");
            }

            await Task.Delay(HealthPauseUntilHealthy, time, stopping);
        }
    }

    private async Task<Outcome> RunOnceAsync(CancellationToken stopping)
    {
        Enter(ResourceState.Starting);
        IInstance instance;
        try
        {
            instance = await launch.StartAsync(stopping);
        }
        catch (Exception exception) when (exception is LocalServerException or DistributedApplicationException or IOException
            or System.ComponentModel.Win32Exception or Npgsql.NpgsqlException)
        {
            Enter(ResourceState.Restarting, exception.Message);
            return Outcome.Ended;
        }

        await using (instance)
        {
            var outcome = await WatchAsync(instance, stopping);
            if (outcome == Outcome.Ended)
            {
                Enter(ResourceState.Restarting, $"Process {instance.Pid} ended by itself; see {launch.LogFile}.");
            }
            else
            {
                Enter(ResourceState.Stopping);
            }

            return outcome;
        }
    }

    private async Task<Outcome> WatchAsync(IInstance instance, CancellationToken stopping)
    {
        Update(_status with { Pid = instance.Pid });
        var command = _commands.Reader.WaitToReadAsync(stopping).AsTask();
        while (true)
        {
            var healthy = await instance.IsHealthyAsync(stopping) && !instance.Exited.IsCompleted;
            NoteHealth(healthy);
            await Task.WhenAny(instance.Exited, command, Task.Delay(healthy ? HealthPause : HealthPauseUntilHealthy, time, stopping));
            stopping.ThrowIfCancellationRequested();
            if (instance.Exited.IsCompleted)
            {
                return Outcome.Ended;
            }

            if (_status.State == ResourceState.Starting && time.GetUtcNow() - _status.Since > HealthyWithin)
            {
                return Outcome.NeverHealthy;
            }

            while (_commands.Reader.TryRead(out var given))
            {
                if (given != ResourceCommand.Start)
                {
                    return given == ResourceCommand.Stop ? Outcome.StopRequested : Outcome.RestartRequested;
                }
            }

            if (command.IsCompleted)
            {
                command = _commands.Reader.WaitToReadAsync(stopping).AsTask();
            }
        }
    }

    private void NoteHealth(bool healthy)
    {
        if (healthy && _status.State == ResourceState.Starting)
        {
            Enter(ResourceState.Running, healthy: true);
            _runningSince = _status.Since;
        }
        else if (_status.State == ResourceState.Running && healthy != _status.Healthy)
        {
            Update(_status with { Healthy = healthy });
            log.Write(resource.Name, healthy ? "healthy again" : "does not answer its health check");
        }
    }

    private int RecordEnd()
    {
        if (time.GetUtcNow() - _runningSince >= Recovered)
        {
            _ends = 0;
        }

        _runningSince = null;
        Update(_status with { Restarts = _status.Restarts + 1 });
        return ++_ends;
    }

    private async Task BackOffAsync(CancellationToken stopping)
    {
        var pause = FirstBackoff * Math.Pow(2, Math.Min(_ends - 1, 5));
        await Task.Delay(pause, time, stopping);
    }

    private async Task WaitForStartAsync(CancellationToken stopping)
    {
        while (await _commands.Reader.ReadAsync(stopping) == ResourceCommand.Stop)
        {
            // Stopped already.
        }

        _ends = 0;
    }

    private void Enter(ResourceState state, string? message = null, bool healthy = false)
    {
        var hasProcess = state is ResourceState.Running or ResourceState.Stopping;
        Update(new(state, healthy, hasProcess ? _status.Pid : null, _status.Restarts, time.GetUtcNow(), message));
        log.Write(resource.Name, message is null ? Words.Of(state) : $"{Words.Of(state)}: {message}");
    }

    private void Update(ResourceStatus status) => _status = status;
}
