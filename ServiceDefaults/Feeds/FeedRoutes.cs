using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>What every feed can be asked, whichever log it reads.</summary>
internal sealed class FeedRoutes
{
    private readonly FeedStream _stream;
    private readonly FeedPages _pages;
    private readonly FeedHead _head;

    /// <summary>Makes the routes of a feed.</summary>
    /// <param name="services">The container.</param>
    /// <param name="log">The log that it reads.</param>
    /// <param name="signal">Tells when that log grows.</param>
    /// <param name="types">Types of its events.</param>
    /// <param name="source">CloudEvents source of its events and its head.</param>
    public FeedRoutes(IServiceProvider services, PublicLogReader log, PublicLogSignal signal, PublicEventTypes types, string source)
    {
        Catalogue = new FeedCatalogue(types, source);
        var reader = ActivatorUtilities.CreateInstance<FeedReader>(services, log, signal);
        _stream = ActivatorUtilities.CreateInstance<FeedStream>(services, reader, source);
        _pages = ActivatorUtilities.CreateInstance<FeedPages>(services, reader, source);
        _head = ActivatorUtilities.CreateInstance<FeedHead>(services, log, source);
    }

    public FeedCatalogue Catalogue { get; }

    /// <summary>Maps them to a group.</summary>
    /// <param name="feed">The group.</param>
    /// <param name="name">Distinguishes the names of its operations; empty for a service's own feed.</param>
    public RouteGroupBuilder Map(RouteGroupBuilder feed, string name)
    {
        feed.WithTags("feed").RequireRoles(Roles.Bureau, Roles.Auditor, Roles.Ops, Roles.Developer);
        feed.MapGet("/events", (HttpContext context, string? after, string? limit, string? wait, string[]? type, string[]? region, string? versions) =>
            {
                var query = FeedQuery.Parse(new(after, limit, wait, type ?? [], region ?? [], versions), Catalogue);
                return FeedStream.IsAskedFor(context.Request)
                    ? _stream.WriteAsync(context, query)
                    : _pages.WriteAsync(context, query);
            })
            .WithName($"Read{name}Feed")
            .WithSummary("Public events in order, as CloudEvents: a page, or a stream where text/event-stream is accepted.")
            .Produces<object[]>(StatusCodes.Status200OK, FeedFormat.Batch.MediaType, FeedFormat.Lines.MediaType, FeedStream.MediaType)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        feed.MapGet("/head", async (CancellationToken cancellationToken) => TypedResults.Ok(await _head.SignAsync(cancellationToken)))
            .WithName($"Read{name}FeedHead")
            .WithSummary("Position and hash of the newest event, signed.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        feed.MapGet("/keys", (SigningKeys keys) => TypedResults.Json(keys.PublicKeys, contentType: JsonWebKeys.MediaType))
            .AllowAnonymous()
            .WithName($"Read{name}FeedKeys")
            .WithSummary("The public keys that heads are signed with, as a JSON Web Key Set.")
            .Produces<JsonWebKeys>(StatusCodes.Status200OK, JsonWebKeys.MediaType);
        feed.MapGet("/types", () => TypedResults.Ok(Catalogue.Types()))
            .WithName($"List{name}FeedTypes")
            .WithSummary("The types of this feed's events, with their schemas.");
        feed.MapGet("/schemas/{type}.json", Schema)
            .WithName($"Read{name}FeedSchema")
            .WithSummary("The JSON Schema of the data of one type.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        return feed;
    }

    private ContentHttpResult Schema(string type) =>
        Catalogue.Schema(type) is { } schema
            ? TypedResults.Text(schema, "application/schema+json")
            : throw ApiException.NotFound("feed.type_unknown", $"没有事件类型 {type}，目录见 types。");
}
