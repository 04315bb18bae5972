using YouthPlatform.GraduateTracking.Tests.Hosting;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Access;

public sealed class RouteAccessTests(SharedTracking shared) : IClassFixture<SharedTracking>
{
    private readonly TrackingHost _tracking = shared?.Tracking ?? throw new ArgumentNullException(nameof(shared));

    [Fact]
    public async Task EveryRouteAsksForItsRoles()
    {
        await RouteAccess.RequireRolesAsync(_tracking.Host, 30);
    }

    [Fact]
    public async Task EveryRequestHasAnExample()
    {
        var document = (await _tracking.Host.As("clerk-1", "clerk").GetAsync("/openapi/v1.json")).Body!;
        document["paths"]!.AsObject().Count.ShouldBeGreaterThan(80);
        OpenApiExamples.Missing(document).ShouldBeEmpty();
    }
}
