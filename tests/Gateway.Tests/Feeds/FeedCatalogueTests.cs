using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using YouthPlatform.Gateway.Tests.Proxy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.Gateway.Tests.Feeds;

public sealed class FeedCatalogueTests
{
    [Fact]
    public async Task TheCatalogueLeadsToEveryFeedAndNamesItsTypes()
    {
        await using var stub = await StubService.StartAsync("graduatetracking");
        await using var gateway = await GatewayUnderTest.StartAsync("Production", RoutingTests.To("graduatetracking", stub.Address));
        gateway.Client.As([Roles.Bureau]);
        var feeds = (await gateway.Client.GetFromJsonAsync<JsonElement>("/feeds", TestContext.Current.CancellationToken)).GetProperty("feeds");
        feeds.EnumerateArray().Select(feed => feed.GetProperty("name").GetString())
            .ShouldBe(["internships", "graduate-tracking", "entrepreneurship", "reporting", "all"]);
        var tracking = feeds[1];
        tracking.GetProperty("source").GetString().ShouldBe("/youthplatform/stub");
        tracking.GetProperty("events").GetString().ShouldBe("/feeds/graduate-tracking/v1/events");
        tracking.GetProperty("head").GetString().ShouldBe("/feeds/graduate-tracking/v1/head");
        tracking.GetProperty("types")[0].GetProperty("schema").GetString().ShouldBe("/feeds/graduate-tracking/v1/schemas/stub.done.v1.json");
        feeds[0].GetProperty("types").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task OnlyTheKeysAreOpenToAnybody()
    {
        await using var stub = await StubService.StartAsync("internships");
        await using var gateway = await GatewayUnderTest.StartAsync("Production", RoutingTests.To("internships", stub.Address));
        using var keys = await gateway.GetAsync("/feeds/internships/v1/keys");
        keys.StatusCode.ShouldBe(HttpStatusCode.OK);
        keys.Content.Headers.ContentType!.MediaType.ShouldBe("application/jwk-set+json");
        foreach (var path in (string[])["/feeds", "/feeds/internships/v1/head", "/feeds/internships/v1/events"])
        {
            using var refused = await gateway.GetAsync(path);
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }
    }
}
