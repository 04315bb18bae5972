using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Defaults;

/// <summary>A small service on the defaults alone, on a port of its own.</summary>
internal sealed class SampleService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleService(WebApplication app)
    {
        _app = app;
        Client = NewClient();
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<SampleService> StartAsync(
        string environment = "Development",
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<WebApplicationBuilder>? configure = null,
        Action<WebApplication>? map = null,
        bool trustTestIssuer = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new(BearerExtensions.AuthorityKey, TestIssuer.Issuer)]);
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.AddServiceDefaults("internships");
        if (trustTestIssuer)
        {
            TestIssuer.Accept(builder.Services);
        }

        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGet("/v1/me", (Caller caller) => TypedResults.Ok(caller)).WithName("Me");
        app.MapGet("/v1/regions/{region}", (string region, Caller caller) =>
        {
            caller.RequireRegion(region);
            return TypedResults.Ok(region);
        }).RequireRoles(Roles.Clerk, Roles.Reviewer);
        app.MapGet("/v1/clock", (TimeProvider time) => TypedResults.Ok(time.GetUtcNow()));
        app.MapGet("/v1/failure", string () => throw new InvalidOperationException("secret inner text"));
        app.MapPost("/v1/echo", (EchoRequest request) => TypedResults.Ok(request));
        app.MapV1("grants").MapGet("/smallest", () => TypedResults.Ok(new Grant(Money.Of(5000m)))).RequireRoles(Roles.Payer);
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public HttpClient NewClient() => new() { BaseAddress = new(_app.Urls.Single()) };

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}

internal sealed record Grant(Money Amount);

internal enum EchoKind
{
    FirstHire,
}

internal sealed record EchoRequest(string Name, EchoKind Kind);
