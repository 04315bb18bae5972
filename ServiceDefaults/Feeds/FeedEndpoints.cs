using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Feeds.Contracts;
using YouthPlatform.ServiceDefaults.Feeds.Subscribers;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>The service's public log over HTTP, for those who read rather than are told: the statistics bureau above all.</summary>
public static class FeedEndpoints
{
    /// <summary>
    /// Maps <c>/feeds/v1/events</c> (pages, long poll, server-sent events), <c>/feeds/v1/head</c> with <c>/feeds/v1/keys</c>,
    /// <c>/feeds/v1/types</c>, <c>/feeds/v1/schemas/{type}.json</c>, <c>/feeds/v1/asyncapi.json</c> and, where the log is published to a
    /// broker, <c>/feeds/v1/subscribers</c>. The service's public log has to be registered.
    /// </summary>
    /// <param name="routes">The application.</param>
    public static RouteGroupBuilder MapFeed(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var services = routes.ServiceProvider;
        var own = new FeedRoutes(
            services,
            services.GetRequiredService<PublicLogReader>(),
            services.GetRequiredService<PublicLogSignal>(),
            services.GetRequiredService<PublicEventTypes>(),
            services.GetRequiredService<ServiceIdentity>().Source);
        var feed = own.Map(routes.MapGroup("/feeds/v1"), string.Empty);
        var asyncApi = ActivatorUtilities.CreateInstance<AsyncApiDocument>(services);
        feed.MapGet("/asyncapi.json", (HttpRequest request, IConfiguration configuration) => TypedResults.Json(
                asyncApi.Write(request.Host.Value ?? string.Empty, request.Scheme, BrokerOf(configuration)), contentType: "application/vnd.aai.asyncapi+json"))
            .AllowAnonymous()
            .WithName("ReadAsyncApi")
            .WithSummary("AsyncAPI 3 of the events: over HTTP, at the broker, and to webhooks.");
        if (services.GetService<SubscriberTable>() is not null)
        {
            var rules = ActivatorUtilities.CreateInstance<SubscriberRules>(services, own.Catalogue);
            var board = ActivatorUtilities.CreateInstance<SubscriberBoard>(services);
            ActivatorUtilities.CreateInstance<SubscriberEndpoints>(services, rules, board).Map(feed);
        }

        return feed;
    }

    /// <summary>Host and port of the broker, without who may log in.</summary>
    private static string? BrokerOf(IConfiguration configuration) =>
        Uri.TryCreate(configuration.GetConnectionString(MessagingExtensions.ConnectionName), UriKind.Absolute, out var broker) ? broker.Authority : null;
}
