using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.Gateway.Tests;

/// <summary>The real gateway on a port of its own.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayUnderTest(WebApplication app)
    {
        _app = app;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    /// <summary>Starts a gateway that trusts the tests' issuer, or its own development issuer where the settings make it the authority.</summary>
    public static async Task<GatewayUnderTest> StartAsync(
        string environment, IReadOnlyDictionary<string, string?>? settings = null, string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new(BearerExtensions.AuthorityKey, TestIssuer.Issuer)]);
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.AddGateway();
        if (builder.Configuration[BearerExtensions.AuthorityKey] == TestIssuer.Issuer)
        {
            TestIssuer.Accept(builder.Services);
        }

        var app = builder.Build();
        app.MapGateway();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
