using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Feeds;
using YouthPlatform.ServiceDefaults.Feeds.Contracts;
using YouthPlatform.ServiceDefaults.Health;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Problems;
using YouthPlatform.ServiceDefaults.Resilience;
using YouthPlatform.ServiceDefaults.Signing;
using YouthPlatform.ServiceDefaults.Telemetry;
using YouthPlatform.ServiceDefaults.Time;

namespace YouthPlatform.ServiceDefaults;

/// <summary>What every process of the platform has in common, in two calls.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>
    /// Telemetry, health, authentication with roles and regions, clock, JSON, problems, server limits, and what makes a service
    /// one: its OpenAPI document, the health check of its database, resilient calls to others.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">Lower-case name of the service: its database's connection string, its source in the feeds.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddPlatformDefaults(service);
        builder.Services.AddResilience();
        builder.Services.AddServiceOpenApi(service);
        builder.AddDatabaseHealth(service);
        builder.Services.AddSingleton<SigningKeys>();
        builder.Services.AddFeedCompression();
        builder.Services.AddSingleton<PublicUpcasters>();
        return builder;
    }

    /// <summary>The part of <see cref="AddServiceDefaults"/> that the gateway needs too.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">Lower-case name of the process.</param>
    public static WebApplicationBuilder AddPlatformDefaults(this WebApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        builder.Services.AddSingleton(new ServiceIdentity(service));
        builder.AddTelemetry(service);
        builder.AddClock();
        builder.AddBearerAuthorization();
        builder.Services.AddPlatformHealth();
        builder.Services.AddPlatformProblems();
        builder.Services.AddHttpCommands();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options => PlatformJson.Configure(options.SerializerOptions));
        builder.LimitServer();
        KeepNoKeys(builder);
        return builder;
    }

    /// <summary>The middleware in its order, then <c>/health</c>, <c>/alive</c> and the OpenAPI document. Call it before mapping routes.</summary>
    /// <param name="app">The application.</param>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseFeedCompression();
        app.UsePlatformDefaults();
        app.UseHttpCommands();
        app.MapServiceOpenApi();
        return app;
    }

    /// <summary>The part of <see cref="MapServiceDefaults"/> that the gateway needs too.</summary>
    /// <param name="app">The application.</param>
    /// <param name="betweenAuthenticationAndAuthorization">Middleware that needs to know the caller, allowed or not, such as rate limits.</param>
    public static WebApplication UsePlatformDefaults(
        this WebApplication app, Action<WebApplication>? betweenAuthenticationAndAuthorization = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(ProblemWriter.WriteStatusCodeAsync);
        app.UseAuthentication();
        betweenAuthenticationAndAuthorization?.Invoke(app);
        app.UseAuthorization();
        app.MapPlatformHealth();
        return app;
    }

    private static void LimitServer(this WebApplicationBuilder builder) =>
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = builder.Configuration.GetValue("Limits:MaxRequestBodyBytes", 64L * 1024 * 1024);
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        });

    /// <summary>Nothing here is protected with data-protection keys, so none may be written to anybody's home directory.</summary>
    private static void KeepNoKeys(WebApplicationBuilder builder)
    {
        builder.Services.Configure<KeyManagementOptions>(options => options.XmlRepository = new KeysInMemory());
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
