using System.Text.Json.Nodes;
using YouthPlatform.Gateway.Proxy;

namespace YouthPlatform.Gateway.Feeds;

/// <summary>All feeds on one page for programs: where each is, what is in it, how it is checked.</summary>
internal static class FeedCatalogue
{
    private static readonly Feed[] Feeds =
    [
        .. ProxiedService.All.Select(service => new Feed(service.Path, service.Title, service, "/feeds/v1", $"/asyncapi/{service.Path}.json")),
        new("all", "全部事件", ProxiedService.All.Single(service => service.Name == "reporting"), "/feeds/all/v1", null),
    ];

    public static void AddFeedCatalogue(this IServiceCollection services)
    {
        services.AddHttpClient(ServiceReader.Client, client => client.Timeout = TimeSpan.FromSeconds(5));
        services.AddSingleton<ServiceReader>();
    }

    public static void MapFeedCatalogue(this WebApplication app) =>
        app.MapGet("/feeds", async (HttpContext context, ServiceReader services) =>
        {
            var authorization = context.Request.Headers.Authorization.ToString();
            var feeds = await Task.WhenAll(Feeds.Select(feed => DescribeAsync(feed, services, authorization, context.RequestAborted)));
            return TypedResults.Ok(new FeedList(feeds));
        }).RequireAuthorization().ExcludeFromDescription();

    /// <summary>A feed whose service does not answer is listed without its types.</summary>
    private static async Task<FeedDescription> DescribeAsync(
        Feed feed, ServiceReader services, string authorization, CancellationToken cancellationToken)
    {
        var at = $"/feeds/{feed.Name}/v1";
        try
        {
            var catalogue = await services.ReadAsync(feed.Service, $"{feed.Path}/types", authorization, cancellationToken);
            return Describe(catalogue["source"]?.GetValue<string>(), [.. Types(catalogue, at)]);
        }
        catch (HttpRequestException)
        {
            return Describe(source: null, types: null);
        }

        FeedDescription Describe(string? source, IReadOnlyList<FeedTypeDescription>? types) =>
            new(feed.Name, feed.Title, source, $"{at}/events", $"{at}/head", $"{at}/keys", feed.Asyncapi, types);
    }

    private sealed record Feed(string Name, string Title, ProxiedService Service, string Path, string? Asyncapi);

    private static IEnumerable<FeedTypeDescription> Types(JsonNode catalogue, string at) =>
        (catalogue["types"]?.AsArray() ?? []).OfType<JsonObject>().Select(type => new FeedTypeDescription(
            type["type"]!.GetValue<string>(), type["dataschema"]!.GetValue<string>(), $"{at}/{type["schema"]!.GetValue<string>()}"));
}

/// <summary>The feeds of the platform.</summary>
/// <param name="Feeds">One a service, and all of them in one.</param>
internal sealed record FeedList(IReadOnlyList<FeedDescription> Feeds);

/// <summary>A feed; addresses are paths at the gateway.</summary>
/// <param name="Name">Its name in paths.</param>
/// <param name="Title">What officials call the service.</param>
/// <param name="Source">CloudEvents source of its events; null while the service does not answer, or not to this caller.</param>
/// <param name="Events">Where events are read.</param>
/// <param name="Head">Where the signed head is.</param>
/// <param name="Keys">Where the keys that sign heads are.</param>
/// <param name="Asyncapi">Where its AsyncAPI document is; null for the combined feed, whose types are those of the others.</param>
/// <param name="Types">Types of its events; null like the source.</param>
internal sealed record FeedDescription(
    string Name, string Title, string? Source, string Events, string Head, string Keys, string? Asyncapi, IReadOnlyList<FeedTypeDescription>? Types);

/// <summary>A type of events.</summary>
/// <param name="Type">CloudEvents type.</param>
/// <param name="Dataschema">Name of its schema, as events carry it.</param>
/// <param name="Schema">Where the schema is.</param>
internal sealed record FeedTypeDescription(string Type, string Dataschema, string Schema);
