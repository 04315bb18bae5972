using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.Access;

/// <summary>Every route of the service, whatever it is, keeps out who has none of its roles, and who has no token at all.</summary>
public sealed class RouteAccessTests(PostgresFixture postgres)
{
    [Fact]
    public async Task EveryRouteAsksForItsRoles()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        var routes = Routes(host).ToList();
        routes.Count.ShouldBeGreaterThan(50);
        List<string> open = [];
        foreach (var (method, path, roles, content) in routes)
        {
            var stranger = Roles.All.First(role => roles?.AnyOf.Contains(role) != true);
            foreach (var (client, expected) in (((HttpClient, HttpStatusCode)[])
                [(host.Host.CreateClient(), HttpStatusCode.Unauthorized), (host.Official(stranger, "430000").Http, HttpStatusCode.Forbidden)]))
            {
                if (expected == HttpStatusCode.Forbidden && roles is null)
                {
                    continue;
                }

                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                request.Headers.Add("Idempotency-Key", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
                request.Content = method == "POST" ? new StringContent("{}", Encoding.UTF8, content) : null;
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                if (answer.StatusCode != expected)
                {
                    open.Add($"{method} {path} answers {(int)answer.StatusCode} to {(expected == HttpStatusCode.Forbidden ? stranger : "nobody")}");
                }
            }
        }

        open.ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryChangeAsksForARole()
    {
        await using var host = await InternshipsHost.StartAsync(postgres);
        Routes(host).Where(route => route.Method == "POST" && route.Roles is null).Select(route => route.Path).ShouldBeEmpty();
    }

    private static IEnumerable<(string Method, string Path, RequiredRoles? Roles, string Content)> Routes(InternshipsHost host) =>
        from endpoint in host.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = endpoint.RoutePattern.RawText!
        where pattern.StartsWith("/v1/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        let path = string.Join('/', pattern.TrimEnd('/').Split('/').Select(Filled))
        let content = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json"
        select (method, path, endpoint.Metadata.GetMetadata<RequiredRoles>(), content);

    private static string Filled(string part) => !part.StartsWith('{') ? part
        : part.EndsWith(":int}", StringComparison.Ordinal) ? "1"
        : Guid.Empty.ToString();
}
