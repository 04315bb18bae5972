using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Internships.Tests.Access;

public sealed class RouteAccessTests(PostgresFixture postgres)
{
    [Fact]
    public async Task EveryRouteAsksForItsRoles()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        await RouteAccess.RequireRolesAsync(host.Host, 50);
    }
}
