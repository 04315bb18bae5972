using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using YouthPlatform.AppHost.Local.Running;
using YouthPlatform.LocalServers;
using YouthPlatform.Testing;

namespace YouthPlatform.AppHost.Tests.Running;

/// <summary>An application of sample services with a data directory and a console port of its own.</summary>
internal sealed class SampleApplication : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly TemporaryDirectory _directory = new();
    private readonly HttpClient _http = new();
    private DistributedApplication? _application;

    public SampleApplication() => Builder = NewBuilder();

    public IDistributedApplicationBuilder Builder { get; }

    public int ConsolePort { get; } = LoopbackPorts.FindFree();

    public string Sub(string name) => _directory.Sub(name);

    /// <summary>A description on the same data directory.</summary>
    public IDistributedApplicationBuilder NewBuilder() => DistributedApplication.CreateBuilder([
        $"--YOUTH_DATA={_directory.Root}", string.Create(CultureInfo.InvariantCulture, $"--YOUTH_CONSOLE_PORT={ConsolePort}"),
    ]);

    public IResourceBuilder<ProjectResource> AddSample(string name) => Builder
        .AddProject(name, Repository.PathOf("tests", "SampleService", "SampleService.csproj"))
        .WithHttpEndpoint()
        .WithHttpHealthCheck("/health");

    public async Task StartAsync()
    {
        _application = Builder.Build();
        await _application.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task StopAsync() => await _application!.DisposeAsync();

    public Supervisor Of(string name) => _application!.Run!.Supervisors.Single(supervisor => supervisor.Resource.Name == name);

    public Task HealthyAsync(string name) => Eventually.BecomesAsync(() => Of(name).Status.Healthy, Patience, $"{name} is healthy");

    public Task<string> EnvironmentOfAsync(IResourceBuilder<ProjectResource> service, string variable) =>
        _http.GetStringAsync(new Uri($"{service.GetEndpoint("http").Url}/env/{variable}"), TestContext.Current.CancellationToken);

    public Task<string> ConsoleAsync(string path) =>
        _http.GetStringAsync(new Uri($"http://127.0.0.1:{ConsolePort}{path}"), TestContext.Current.CancellationToken);

    public async Task<int> PostAsync(string path, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{ConsolePort}{path}");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        _http.Dispose();
        _directory.Dispose();
    }
}
