using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace YouthPlatform.AppHost.Local.Running;

/// <summary>All resources of an application, running on this machine.</summary>
internal sealed class LocalRun : IAsyncDisposable
{
    private static readonly TimeSpan FirstProgress = TimeSpan.FromSeconds(2);

    private readonly List<Supervisor> _supervisors = [];
    private readonly RunLog _log;
    private readonly TimeProvider _time;

    public LocalRun(IReadOnlyList<Resource> resources, RunSettings settings, RunLog log, TimeProvider time)
    {
        _log = log;
        _time = time;
        foreach (var resource in InStartOrder(resources))
        {
            ILaunch? launch = resource switch
            {
                PostgresServerResource postgres => new PostgresLaunch(postgres),
                RabbitMQServerResource broker => new RabbitMqLaunch(broker),
                ProjectResource project => new ProjectLaunch(project, settings),
                _ => null,
            };
            if (launch is not null)
            {
                var dependencies = _supervisors.Where(supervisor => resource.Dependencies.Contains(supervisor.Resource)).ToList();
                _supervisors.Add(new(resource, launch, dependencies, log, time));
            }
        }
    }

    public IReadOnlyList<Supervisor> Supervisors => _supervisors;

    public bool IsHealthy => _supervisors.TrueForAll(supervisor => supervisor.Status.Healthy);

    public IReadOnlyList<Supervisor> Failed => _supervisors.FindAll(supervisor => supervisor.Status.State == ResourceState.Failed);

    public void Start() => _supervisors.ForEach(supervisor => supervisor.Start());

    /// <summary>Says after two seconds, then less and less often, what is not up yet, until everything is or something has failed.</summary>
    public async Task<bool> ReportUntilHealthyAsync(CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var next = FirstProgress;
        while (!IsHealthy && Failed.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), _time, cancellationToken);
            if (_time.GetElapsedTime(began) >= next)
            {
                next *= 2;
                var missing = _supervisors.Where(supervisor => !supervisor.Status.Healthy)
                    .Select(supervisor => supervisor.Resource.Name);
                _log.Write($"          {_time.GetElapsedTime(began).TotalSeconds,4:0} s, not up yet: {string.Join(", ", missing)}");
            }
        }

        return IsHealthy;
    }

    /// <summary>Stops everything, a resource only after those that depend on it.</summary>
    public async Task StopAsync()
    {
        var stops = new Dictionary<Supervisor, Task>();
        foreach (var supervisor in Enumerable.Reverse(_supervisors))
        {
            var dependents = stops.Where(stop => stop.Key.Dependencies.Contains(supervisor)).Select(stop => stop.Value).ToArray();
            stops.Add(supervisor, StopAfterAsync(supervisor, dependents));
        }

        await Task.WhenAll(stops.Values);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _supervisors.ForEach(supervisor => supervisor.Dispose());
    }

    private static List<Resource> InStartOrder(IReadOnlyList<Resource> resources)
    {
        var ordered = new List<Resource>();
        foreach (var resource in resources)
        {
            Visit(resource, []);
        }

        return ordered;

        void Visit(Resource resource, Resource[] path)
        {
            if (ordered.Contains(resource))
            {
                return;
            }

            if (path.Contains(resource))
            {
                throw new DistributedApplicationException($"{resource.Name} waits for itself.");
            }

            foreach (var dependency in resource.Dependencies.Cast<Resource>())
            {
                Visit(dependency, [.. path, resource]);
            }

            ordered.Add(resource);
        }
    }

    private static async Task StopAfterAsync(Supervisor supervisor, Task[] dependents)
    {
        await Task.WhenAll(dependents);
        await supervisor.StopAsync();
    }
}
