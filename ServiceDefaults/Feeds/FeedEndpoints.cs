using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Feeds.Contracts;
using YouthPlatform.ServiceDefaults.Feeds.Subscribers;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>The service's public log over HTTP, for those who read rather than are told: the statistics bureau above all.</summary>
public static class FeedEndpoints
{
    /// <summary>
    /// Maps <c>/feeds/v1/events</c> (pages, long poll, server-sent events), <c>/feeds/v1/head</c> with <c>/feeds/v1/keys</c>,
    /// <c>/feeds/v1/types</c>, <c>/feeds/v1/schemas/{type}.json</c>, <c>/feeds/v1/asyncapi.json</c> and, where the log is published to a broker, <c>/feeds/v1/subscribers</c>. The
    /// service's public log has to be registered.
    /// </summary>
    /// <param name="routes">The application.</param>
    public static RouteGroupBuilder MapFeed(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var reader = ActivatorUtilities.CreateInstance<FeedReader>(routes.ServiceProvider);
        var stream = ActivatorUtilities.CreateInstance<FeedStream>(routes.ServiceProvider, reader);
        var catalogue = ActivatorUtilities.CreateInstance<FeedCatalogue>(routes.ServiceProvider);
        var pages = ActivatorUtilities.CreateInstance<FeedPages>(routes.ServiceProvider, reader);
        var head = ActivatorUtilities.CreateInstance<FeedHead>(routes.ServiceProvider);
        var feed = routes.MapGroup("/feeds/v1")
            .WithTags("feed")
            .RequireRoles(Roles.Bureau, Roles.Auditor, Roles.Ops, Roles.Developer);
        feed.MapGet("/events", (HttpContext context, string? after, string? limit, string? wait, string[]? type, string[]? region) =>
            {
                var query = FeedQuery.Parse(new(after, limit, wait, type ?? [], region ?? []), catalogue);
                return FeedStream.IsAskedFor(context.Request)
                    ? stream.WriteAsync(context, query)
                    : pages.WriteAsync(context, query);
            })
            .WithName("ReadFeed")
            .WithSummary("Public events in order, as CloudEvents: a page, or a stream where text/event-stream is accepted.")
            .Produces<object[]>(StatusCodes.Status200OK, FeedFormat.Batch.MediaType, FeedFormat.Lines.MediaType, FeedStream.MediaType)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        feed.MapGet("/head", async (CancellationToken cancellationToken) => TypedResults.Ok(await head.SignAsync(cancellationToken)))
            .WithName("ReadFeedHead")
            .WithSummary("Position and hash of the newest event, signed.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        feed.MapGet("/keys", (SigningKeys keys) => TypedResults.Json(keys.PublicKeys, contentType: JsonWebKeys.MediaType))
            .AllowAnonymous()
            .WithName("ReadFeedKeys")
            .WithSummary("The public keys that heads are signed with, as a JSON Web Key Set.")
            .Produces<JsonWebKeys>(StatusCodes.Status200OK, JsonWebKeys.MediaType);
        feed.MapGet("/types", () => TypedResults.Ok(catalogue.Types()))
            .WithName("ListFeedTypes")
            .WithSummary("The types of this feed's events, with their schemas.");
        feed.MapGet("/schemas/{type}.json", (string type) => Schema(catalogue, type))
            .WithName("ReadFeedSchema")
            .WithSummary("The JSON Schema of the data of one type.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        var asyncApi = ActivatorUtilities.CreateInstance<AsyncApiDocument>(routes.ServiceProvider);
        feed.MapGet("/asyncapi.json", (HttpRequest request, IConfiguration configuration) => TypedResults.Json(
                asyncApi.Write(request.Host.Value ?? string.Empty, request.Scheme, BrokerOf(configuration)), contentType: "application/vnd.aai.asyncapi+json"))
            .AllowAnonymous()
            .WithName("ReadAsyncApi")
            .WithSummary("AsyncAPI 3 of the events: over HTTP, at the broker, and to webhooks.");
        if (routes.ServiceProvider.GetService<SubscriberTable>() is not null)
        {
            var rules = ActivatorUtilities.CreateInstance<SubscriberRules>(routes.ServiceProvider, catalogue);
            var board = ActivatorUtilities.CreateInstance<SubscriberBoard>(routes.ServiceProvider);
            ActivatorUtilities.CreateInstance<SubscriberEndpoints>(routes.ServiceProvider, rules, board).Map(feed);
        }

        return feed;
    }

    /// <summary>Host and port of the broker, without who may log in.</summary>
    private static string? BrokerOf(IConfiguration configuration) =>
        Uri.TryCreate(configuration.GetConnectionString(MessagingExtensions.ConnectionName), UriKind.Absolute, out var broker) ? broker.Authority : null;

    private static ContentHttpResult Schema(FeedCatalogue catalogue, string type) =>
        catalogue.Schema(type) is { } schema
            ? TypedResults.Text(schema, "application/schema+json")
            : throw ApiException.NotFound("feed.type_unknown", $"没有事件类型 {type}，目录见 /feeds/v1/types。");
}
