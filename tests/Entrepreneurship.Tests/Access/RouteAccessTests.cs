using System.Text.Json.Nodes;
using YouthPlatform.Entrepreneurship.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Entrepreneurship.Tests.Access;

/// <summary>Every route keeps out who has none of its roles, and its description is enough to call it.</summary>
public sealed class RouteAccessTests(PostgresFixture postgres)
{
    [Fact]
    public async Task EveryRouteAsksForItsRoles()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        await RouteAccess.RequireRolesAsync(host.Host, 50);
    }

    [Fact]
    public async Task EveryRequestHasAnExampleAndEveryChangeItsHeaders()
    {
        await using var host = await GrantsHost.StartAsync(postgres);
        var document = await host.Committee.GetAsync("/openapi/v1.json");
        var changes = document["paths"].AsObject().Where(path => path.Key.StartsWith("/v1/", StringComparison.Ordinal)
                && !path.Key.StartsWith("/v1/operations/", StringComparison.Ordinal) && path.Value!["post"] is not null)
            .Select(path => (path.Key, Operation: path.Value!["post"]!)).ToList();
        changes.Count.ShouldBeGreaterThan(35);
        foreach (var (path, operation) in changes)
        {
            Headers(operation).ShouldContain("Idempotency-Key", path);
            Headers(operation).Contains("If-Match").ShouldBe(operation["responses"]!["412"] is not null, path);
        }

        OpenApiExamples.Missing(document.Body!).ShouldBeEmpty();
    }

    private static IEnumerable<string> Headers(JsonNode operation) =>
        operation["parameters"]?.AsArray().Where(p => (string)p!["in"]! == "header").Select(p => (string)p!["name"]!) ?? [];
}
