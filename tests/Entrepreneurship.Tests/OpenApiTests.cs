using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Entrepreneurship.Tests;

/// <summary>Whoever has only the API page must be able to call the API.</summary>
public sealed class OpenApiTests(PostgresFixture postgres)
{
    [Fact]
    public async Task EveryChangeSaysWhichHeadersItAsksFor()
    {
        await using var host = new ServiceHost<PublicTranslator>("entrepreneurship", await postgres.CreateDatabaseAsync());
        var document = (await host.As("anybody", "developer").GetAsync("/openapi/v1.json")).ShouldBe(HttpStatusCode.OK).Body!;
        var changes = document["paths"]!.AsObject()
            .Where(path => path.Key.StartsWith("/v1/p", StringComparison.Ordinal) && path.Value!["post"] is not null)
            .Select(path => (path.Key, Operation: path.Value!["post"]!)).ToList();
        changes.Count.ShouldBe(8);
        foreach (var (path, operation) in changes)
        {
            Headers(operation).ShouldContain("Idempotency-Key", path);
            Headers(operation).Contains("If-Match").ShouldBe(operation["responses"]!["412"] is not null, path);
        }

        var creation = document["paths"]!["/v1/projects"]!["post"]!;
        creation["responses"]!["201"].ShouldNotBeNull();
        creation["responses"]!["200"].ShouldBeNull();
    }

    private static IEnumerable<string> Headers(JsonNode operation) =>
        operation["parameters"]?.AsArray().Where(p => (string)p!["in"]! == "header").Select(p => (string)p!["name"]!) ?? [];
}
