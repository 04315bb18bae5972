using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using YouthPlatform.AppHost.Local.Running;
using YouthPlatform.LocalServers;
using YouthPlatform.Testing;

namespace YouthPlatform.AppHost.Tests.Running;

public sealed class LocalRunTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SampleApplication _sample = new();

    public ValueTask DisposeAsync() => _sample.DisposeAsync();

    [Fact]
    public async Task ServicesGetTheirEnvironmentByAspiresConventions()
    {
        var postgres = _sample.Builder.AddPostgres("postgres").WithDataVolume();
        var database = postgres.AddDatabase("ledger-database", "ledger");
        var backend = _sample.AddSample("backend").WithReference(database, connectionName: "ledger").WaitFor(database);
        var frontend = _sample.AddSample("frontend").WithReference(backend).WaitFor(backend)
            .WithEnvironment("Authority", ReferenceExpression.Create($"{backend.GetEndpoint("http")}/dev"));
        await _sample.StartAsync();
        await _sample.HealthyAsync("frontend");

        var connectionString = await _sample.EnvironmentOfAsync(backend, "ConnectionStrings__ledger");
        connectionString.ShouldBe(await database.Resource.GetConnectionStringAsync(TestContext.Current.CancellationToken));
        connectionString.ShouldContain("Database=ledger");
        var address = backend.GetEndpoint("http").Url;
        (await _sample.EnvironmentOfAsync(backend, "ASPNETCORE_URLS")).ShouldBe(address);
        (await _sample.EnvironmentOfAsync(backend, "OTEL_SERVICE_NAME")).ShouldBe("backend");
        (await _sample.EnvironmentOfAsync(frontend, "services__backend__http__0")).ShouldBe(address);
        (await _sample.EnvironmentOfAsync(frontend, "Authority")).ShouldBe($"{address}/dev");
    }

    [Fact]
    public async Task AServiceStartsOnlyWhenWhatItWaitsForIsHealthy()
    {
        var gate = _sample.Sub("gate");
        var backend = _sample.AddSample("backend").WithEnvironment("GATE", gate);
        _sample.AddSample("frontend").WaitFor(backend);
        await _sample.StartAsync();
        await Eventually.BecomesAsync(async () => await AnswersAsync(backend.GetEndpoint("http")), Patience, "the backend answers");
        _sample.Of("backend").Status.Healthy.ShouldBeFalse();
        _sample.Of("frontend").Status.State.ShouldBe(ResourceState.Waiting);

        await File.WriteAllTextAsync(gate, "", TestContext.Current.CancellationToken);

        await _sample.HealthyAsync("frontend");
    }

    [Fact]
    public async Task AKilledServiceIsStartedAgainAtItsAddress()
    {
        var service = _sample.AddSample("service");
        await _sample.StartAsync();
        await _sample.HealthyAsync("service");
        var killed = _sample.Of("service").Status.Pid.ShouldNotBeNull();

        Signals.Send(killed, Signal.Kill).ShouldBeTrue();

        await Eventually.BecomesAsync(
            () => _sample.Of("service").Status is { Healthy: true, Restarts: 1 } status && status.Pid != killed, Patience, "it runs again");
        (await AnswersAsync(service.GetEndpoint("http"))).ShouldBeTrue();
    }

    [Fact]
    public async Task StoppingLeavesNoProcessAndNoState()
    {
        _sample.AddSample("service").WithExternalHttpEndpoints();
        await _sample.StartAsync();
        await _sample.HealthyAsync("service");
        var identity = ProcessIdentity.Of(_sample.Of("service").Status.Pid!.Value).ShouldNotBeNull();
        var state = _sample.Sub("run/apphost.json");
        using var content = JsonDocument.Parse(await File.ReadAllTextAsync(state, TestContext.Current.CancellationToken));
        content.RootElement.GetProperty("pid").GetInt32().ShouldBe(Environment.ProcessId);
        content.RootElement.GetProperty("consolePort").GetInt32().ShouldBe(_sample.ConsolePort);
        content.RootElement.GetProperty("endpoints").GetProperty("service").GetString().ShouldStartWith("http://127.0.0.1:");

        await _sample.StopAsync();

        identity.IsAlive.ShouldBeFalse();
        File.Exists(state).ShouldBeFalse();
        LoopbackPorts.IsFree(_sample.ConsolePort).ShouldBeTrue();
    }

    [Fact]
    public async Task APortInUseIsNamedWithItsOwner()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _sample.AddSample("service").WithHttpEndpoint(port: port, name: "second");

        var failure = await Should.ThrowAsync<DistributedApplicationException>(_sample.StartAsync);

        failure.Message.ShouldContain($"Port {port} of service is in use by ");
        failure.Message.ShouldContain($"(pid {Environment.ProcessId})");
    }

    [Fact]
    public async Task ASecondRunOnTheSameDataSaysWhereTheFirstOneIs()
    {
        await _sample.StartAsync();
        await using var second = _sample.NewBuilder().Build();

        var failure = await Should.ThrowAsync<DistributedApplicationException>(() => second.StartAsync(TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("already running");
        failure.Message.ShouldContain($"http://127.0.0.1:{_sample.ConsolePort}/");
    }

    [Fact]
    public async Task TheConsoleShowsAndRulesResources()
    {
        _sample.AddSample("service");
        await _sample.StartAsync();
        await _sample.HealthyAsync("service");
        var first = _sample.Of("service").Status.Pid;

        using var resources = JsonDocument.Parse(await _sample.ConsoleAsync("/resources"));
        var shown = resources.RootElement.GetProperty("resources")[0];
        shown.GetProperty("name").GetString().ShouldBe("service");
        shown.GetProperty("state").GetString().ShouldBe("running");
        shown.GetProperty("pid").GetInt32().ShouldBe(first!.Value);
        (await _sample.ConsoleAsync("/health")).ShouldBe("healthy");
        (await _sample.ConsoleAsync("/")).ShouldContain("ops console");

        (await _sample.PostAsync("/resources/service/stop", origin: "http://elsewhere.example")).ShouldBe(403);
        (await _sample.PostAsync("/resources/nothing/stop")).ShouldBe(404);
        (await _sample.PostAsync("/resources/service/stop")).ShouldBe(202);
        await Eventually.BecomesAsync(() => _sample.Of("service").Status.State == ResourceState.Stopped, Patience, "it is stopped");
        (await _sample.PostAsync("/resources/service/start")).ShouldBe(202);
        await _sample.HealthyAsync("service");
        _sample.Of("service").Status.Pid.ShouldNotBe(first);
    }

    private static async Task<bool> AnswersAsync(EndpointReference endpoint)
    {
        using var http = new HttpClient();
        try
        {
            using var response = await http.GetAsync(new Uri($"{endpoint.Url}/env/HOME"), TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
