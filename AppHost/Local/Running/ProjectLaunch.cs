using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using YouthPlatform.LocalServers;

namespace YouthPlatform.AppHost.Local.Running;

/// <summary>Starts a built project as a process with the environment that Aspire would give it.</summary>
internal sealed class ProjectLaunch(ProjectResource resource, RunSettings settings) : ILaunch
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(3) };

    public string Type => "project";

    public string LogFile => Path.Combine(settings.LogDirectory, $"{resource.Name}.log");

    private string PidFile => Path.Combine(settings.StateDirectory, $"{resource.Name}.pid");

    public async Task<IInstance> StartAsync(CancellationToken cancellationToken)
    {
        if (ProcessIdentity.Read(PidFile) is { } predecessor)
        {
            await predecessor.EndAsync(Signal.Terminate, StopPatience);
        }

        var program = FindProgram();
        var environment = await EnvironmentAsync(cancellationToken);
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
        var process = await ChildProcess.StartAsync(new(dotnet, [program], LogFile)
        {
            Environment = environment,
            WorkingDirectory = Path.GetDirectoryName(resource.ProjectPath),
        });
        process.Identity?.Write(PidFile);
        return new Instance(process, HealthAddress(), PidFile);
    }

    private async Task<Dictionary<string, string>> EnvironmentAsync(CancellationToken cancellationToken)
    {
        var urls = resource.Endpoints.Select(endpoint => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{endpoint.AllocatedPort}"));
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = string.Join(';', urls),
            ["OTEL_SERVICE_NAME"] = resource.Name,
        };
        foreach (var (name, value) in resource.Environment)
        {
            environment[name] = await value(cancellationToken) ?? "";
        }

        return environment;
    }

    private string FindProgram()
    {
        var output = Path.Combine(
            Path.GetDirectoryName(resource.ProjectPath)!, "bin", settings.BuildConfiguration, $"net{Environment.Version.Major}.0");
        var project = Path.GetFileNameWithoutExtension(resource.ProjectPath);
        const string suffix = ".runtimeconfig.json";
        var config = Directory.Exists(output)
            ? Directory.EnumerateFiles(output, $"*{project}{suffix}").OrderBy(file => file.Length).FirstOrDefault()
            : null;
        return config is null
            ? throw new DistributedApplicationException(
                $"{resource.Name} is not built. Run: dotnet build -c {settings.BuildConfiguration} {resource.ProjectPath}")
            : config[..^suffix.Length] + ".dll";
    }

    private (Uri Address, int StatusCode)? HealthAddress()
    {
        if (resource.HealthCheck is not { } check)
        {
            return null;
        }

        var endpoint = new EndpointReference(resource, check.EndpointName);
        return (new Uri(new Uri(endpoint.Url), check.Path), check.StatusCode);
    }

    private sealed class Instance(ChildProcess process, (Uri Address, int StatusCode)? health, string pidFile) : IInstance
    {
        public int Pid => process.Pid;

        public Task Exited => process.Exited;

        public async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
        {
            if (health is not { } check)
            {
                return !process.Exited.IsCompleted;
            }

            try
            {
                using var response = await Http.GetAsync(check.Address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                return (int)response.StatusCode == check.StatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
            catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await process.StopAsync(StopPatience);
            process.Dispose();
            File.Delete(pidFile);
        }
    }
}
