using YouthPlatform.Reporting.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.Reporting.Tests;

/// <summary>Every route keeps out who has none of its roles, and its description is enough to call it.</summary>
public sealed class RouteTests(PostgresFixture postgres)
{
    [Fact]
    public async Task EveryRouteAsksForItsRoles()
    {
        await using var host = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        await RouteAccess.RequireRolesAsync(host, 25);
    }

    [Fact]
    public async Task EveryRequestHasAnExample()
    {
        await using var host = Hosting.Reporting.Host(await postgres.CreateDatabaseAsync());
        var document = await host.Client("430000", Roles.Developer).ReadAsync("/openapi/v1.json");
        document["paths"]!.AsObject().Count.ShouldBeGreaterThan(25);
        OpenApiExamples.Missing(document).ShouldBeEmpty();
    }
}
