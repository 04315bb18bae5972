using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.Payments;

/// <summary>The API description shows a request of every route that takes one.</summary>
public sealed class ExampleTests(PostgresFixture postgres)
{
    private static readonly string[] Roots = ["/v1/claims", "/v1/pay-runs", "/v1/entitlements", "/v1/registers", "/v1/inspection"];

    [Fact]
    public async Task EveryRequestAboutMoneyHasAnExample()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var document = await host.Clerk.GetAsync("/openapi/v1.json");
        var requests = document["paths"].AsObject().Where(path => Array.Exists(Roots, root => path.Key.StartsWith(root, StringComparison.Ordinal)))
            .Select(path => (path.Key, Body: path.Value!["post"]?["requestBody"])).Where(request => request.Body is not null).ToList();
        requests.Count.ShouldBeGreaterThan(10);
        requests.Where(request => request.Body!["content"]!.AsObject().Any(content => content.Value!["example"] is null))
            .Select(request => request.Key).ShouldBeEmpty();
    }
}
