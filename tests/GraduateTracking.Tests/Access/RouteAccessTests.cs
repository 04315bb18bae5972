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
}
