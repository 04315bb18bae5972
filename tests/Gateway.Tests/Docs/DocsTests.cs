using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using YouthPlatform.Gateway.Tests.Proxy;
using YouthPlatform.Testing;

namespace YouthPlatform.Gateway.Tests.Docs;

public sealed class DocsTests
{
    [Fact]
    public async Task ThePageListsAllServicesAndRunsUnderTheContentPolicy()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("Production");
        using var root = await gateway.GetAsync("/");
        root.Headers.Location!.OriginalString.ShouldBe("/docs");
        using var page = await gateway.GetAsync("/docs/index.html");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldNotContain("<script>");
        using var script = await gateway.GetAsync("/docs/index.js");
        var all = html + await script.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var service in (string[])["internships", "graduate-tracking", "entrepreneurship", "reporting"])
        {
            all.ShouldContain($"/openapi/{service}.json");
        }
    }

    [Fact]
    public async Task DocumentsShowThePathsOfTheGateway()
    {
        await using var stub = await StubService.StartAsync("graduatetracking");
        await using var gateway = await GatewayUnderTest.StartAsync("Production", RoutingTests.To("graduatetracking", stub.Address));
        var document = await gateway.Client.GetFromJsonAsync<JsonElement>("/openapi/graduate-tracking.json", TestContext.Current.CancellationToken);
        document.GetProperty("paths").EnumerateObject().Select(path => path.Name)
            .ShouldBe(["/api/graduate-tracking/v1/posts", "/feeds/graduate-tracking/v1/events"]);
        document.GetProperty("servers").EnumerateArray().Single().GetProperty("url").GetString().ShouldBe("/");
    }

    [Fact]
    public async Task EventDocumentsSayWhereTheGatewayServesTheFeed()
    {
        await using var stub = await StubService.StartAsync("graduatetracking");
        await using var gateway = await GatewayUnderTest.StartAsync("Production", RoutingTests.To("graduatetracking", stub.Address));
        var document = await gateway.Client.GetFromJsonAsync<JsonElement>("/asyncapi/graduate-tracking.json", TestContext.Current.CancellationToken);
        var servers = document.GetProperty("servers");
        servers.GetProperty("feed").GetProperty("host").GetString().ShouldBe(gateway.Client.BaseAddress!.Authority);
        servers.GetProperty("feed").GetProperty("pathname").GetString().ShouldBe("/feeds/graduate-tracking/v1");
        servers.GetProperty("broker").GetProperty("host").GetString().ShouldBe("broker:5672");
    }

    [Fact]
    public async Task GivenServiceThatIsDown_WhenItsDocumentIsAsked_Then502()
    {
        await using var gateway = await GatewayUnderTest.StartAsync("Production", RoutingTests.To("reporting", "http://127.0.0.1:1"));
        using var answer = await gateway.GetAsync("/openapi/reporting.json");
        await answer.ShouldBeProblemAsync(HttpStatusCode.BadGateway, "gateway.destination_unavailable");
    }

    [Fact]
    public async Task HealthTellsOfEveryService()
    {
        await using var stub = await StubService.StartAsync("internships");
        await using var gateway = await GatewayUnderTest.StartAsync(
            "Production", RoutingTests.To("internships", stub.Address, ("services:reporting:http:0", "http://127.0.0.1:1")));
        var health = await gateway.Client.GetFromJsonAsync<JsonElement>("/health", TestContext.Current.CancellationToken);
        health.GetProperty("status").GetString().ShouldBe("degraded");
        var checks = health.GetProperty("checks");
        checks.GetProperty("internships").GetProperty("status").GetString().ShouldBe("healthy");
        checks.GetProperty("reporting").GetProperty("status").GetString().ShouldBe("degraded");
        checks.EnumerateObject().Count().ShouldBe(5);
    }
}
