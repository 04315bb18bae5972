using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using YouthPlatform.EventStore;
using YouthPlatform.Gateway;
using YouthPlatform.LocalServers;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Board.Tests.Hosting;

/// <summary>The real service behind the real gateway, whose development issuer people log in at.</summary>
internal sealed class BoardHost : IAsyncDisposable
{
    private readonly ServiceHost<Viewer> _service;
    private readonly WebApplication _gateway;

    private BoardHost(ServiceHost<Viewer> service, WebApplication gateway, Uri address)
    {
        _service = service;
        _gateway = gateway;
        Address = address;
    }

    /// <summary>Where browsers find it.</summary>
    public Uri Address { get; }

    /// <summary>The service's event log.</summary>
    public IEventStore Store => _service.Store;

    /// <summary>The service's container.</summary>
    public IServiceProvider Services => _service.Services;

    /// <summary>Starts both on 2023-11-28.</summary>
    public static async Task<BoardHost> StartAsync(string database, string? keyFile = null)
    {
        var address = new Uri($"http://127.0.0.1:{LoopbackPorts.FindFree()}");
        var servicePort = LoopbackPorts.FindFree();
        var authority = $"{address}dev";
        var service = new ServiceHost<Viewer>("reporting", database)
        {
            Settings = { [BearerExtensions.AuthorityKey] = authority, ["Board:PublicAddress"] = address.ToString() },
        };
        if (keyFile is not null)
        {
            service.Settings["Keys:File"] = keyFile;
        }

        service.SetDate(new DateOnly(2023, 11, 28));
        service.UseKestrel(servicePort);
        service.StartServer();
        return new BoardHost(service, await StartGatewayAsync(address, authority, servicePort), address);
    }

    /// <summary>Sets the business date.</summary>
    public void SetDate(DateOnly date) => _service.SetDate(date);

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    private static async Task<WebApplication> StartGatewayAsync(Uri address, string authority, int servicePort)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls(address.ToString());
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new(BearerExtensions.AuthorityKey, authority),
            new("services:reporting:http:0", $"http://127.0.0.1:{servicePort}"),
            new("Policies:Directory", Repository.PathOf("seeds")),
        ]);
        builder.AddGateway();
        var gateway = builder.Build();
        gateway.MapGateway();
        await gateway.StartAsync(TestContext.Current.CancellationToken);
        return gateway;
    }
}
