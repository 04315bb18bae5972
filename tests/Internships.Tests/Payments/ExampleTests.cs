using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Payments;

/// <summary>The API description shows a request of every route of the service that takes one, the operators' doors among them.</summary>
public sealed class ExampleTests(PostgresFixture postgres)
{
    [Fact]
    public async Task EveryRequestHasAnExample()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var document = (await host.Clerk.GetAsync("/openapi/v1.json")).Body!;
        document["paths"]!.AsObject().Count.ShouldBeGreaterThan(50);
        OpenApiExamples.Missing(document).ShouldBeEmpty();
    }
}
