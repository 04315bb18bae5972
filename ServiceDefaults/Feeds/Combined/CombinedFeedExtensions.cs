using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.ServiceDefaults.Feeds.Combined;

/// <summary>The feeds of all services as one.</summary>
public static class CombinedFeedExtensions
{
    /// <summary>CloudEvents source of the combined feed's head; its events keep the sources of their services.</summary>
    public const string Source = "/youthplatform";

    /// <summary>Takes the streams of services into a log of this service's database.</summary>
    /// <param name="builder">The host; its broker is that of <see cref="MessagingExtensions.AddServiceMessaging"/>.</param>
    /// <param name="services">Names of the services.</param>
    public static IHostApplicationBuilder AddCombinedFeed(this IHostApplicationBuilder builder, params IReadOnlyList<string> services)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddCombinedLog();
        builder.Services.AddHostedService(provider => new Followers(
            provider.GetRequiredService<CombinedLog>(),
            builder.Configuration.GetConnectionString(MessagingExtensions.ConnectionName) ?? string.Empty,
            services,
            provider.GetRequiredService<ILogger<StreamFollower>>()));
        return builder;
    }

    /// <summary>Maps <c>/feeds/all/v1</c>: what a feed of one service has, except for subscribers.</summary>
    /// <param name="routes">The application.</param>
    /// <param name="contracts">The assemblies of all services' contracts.</param>
    public static RouteGroupBuilder MapCombinedFeed(this IEndpointRouteBuilder routes, params IReadOnlyList<Assembly> contracts)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var provider = routes.ServiceProvider;
        var log = PublicLogReader.OfCombinedLog(provider.GetRequiredService<NpgsqlDataSource>());
        var signal = new PublicLogSignal(provider.GetRequiredService<LogSignal>(), LogSignal.CombinedLog);
        return new FeedRoutes(provider, log, signal, new PublicEventTypes(contracts), Source).Map(routes.MapGroup("/feeds/all/v1"), "Combined");
    }

    private sealed class Followers(CombinedLog log, string address, IReadOnlyList<string> services, ILogger logger) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(services.Select(service =>
            new StreamFollower(log, address, new ServiceIdentity(service), logger).RunAsync(stoppingToken)));
    }
}
