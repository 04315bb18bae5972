using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Access;

public sealed class RouteAccessTests(PostgresFixture postgres)
{
    [Fact]
    public async Task EveryRouteAsksForItsRoles()
    {
        await using var tracking = await TrackingHost.StartAsync(postgres);
        await RouteAccess.RequireRolesAsync(tracking.Host, 30);
    }

    [Fact]
    public async Task EveryRequestHasAnExample()
    {
        await using var tracking = await TrackingHost.StartAsync(postgres);
        var document = (await tracking.Host.As("clerk-1", "clerk").GetAsync("/openapi/v1.json")).Body!;
        document["paths"]!.AsObject().Count.ShouldBeGreaterThan(80);
        OpenApiExamples.Missing(document).ShouldBeEmpty();
    }
}
