using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.GraduateTracking.Tests.Casework;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Hosting;

namespace YouthPlatform.GraduateTracking.Tests.Access;

/// <summary>Officials of one prefecture neither see nor change what another one keeps of a person, by whichever route; a new route is asked too.</summary>
public sealed partial class RegionAccessTests(PostgresFixture postgres)
{
    private static readonly string[] Officials = [Roles.Clerk, Roles.Reviewer, Roles.Approver, Roles.Auditor, Roles.Payer];

    [Fact]
    public async Task Officials_of_another_region_are_kept_out_of_every_route_of_a_person()
    {
        await using var host = await CaseHost.StartAsync(postgres);
        var person = await host.JobSeekerAsync(CaseHost.Furong, "disabled");
        var document = (await host.Clerk().GetAsync("/openapi/v1.json")).Body!;
        var routes = Routes(host, document, person).ToList();
        routes.Count.ShouldBeGreaterThan(25);
        Dictionary<Route, ServiceReply> strangers = [];
        foreach (var route in routes)
        {
            strangers.Add(route, await AskAsync(host, route, CaseHost.Hengyang));
        }

        strangers.Where(asked => asked.Value.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
            .Select(asked => $"{asked.Key.Method} {asked.Key.Path} answers {(int)asked.Value.Status}").ShouldBeEmpty();

        // The person's own officials get another answer, so it is the region that the others were refused for.
        var told = 0;
        foreach (var route in routes)
        {
            var own = await AskAsync(host, route, CaseHost.Changsha);
            told += own.Status == strangers[route].Status ? 0 : 1;
        }

        told.ShouldBeGreaterThan(15);
    }

    private static Task<ServiceReply> AskAsync(CaseHost host, Route route, string region)
    {
        var official = host.Official(route.Role, region);
        return route.Method == "GET" ? official.GetAsync(route.Path) : official.PostAsync(route.Path, route.Body, "\"1\"");
    }

    private static IEnumerable<Route> Routes(CaseHost host, JsonNode document, Guid person) =>
        from endpoint in host.Tracking.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = $"/{endpoint.RoutePattern.RawText!.Trim('/')}"
        where pattern.Contains("{personId:guid}", StringComparison.Ordinal)
        let role = endpoint.Metadata.GetMetadata<RequiredRoles>()?.AnyOf.FirstOrDefault(Officials.Contains)
        where role is not null
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        let described = document["paths"]![Constraint().Replace(pattern, "}")]![method.ToLowerInvariant()]!
        let example = described["requestBody"]?["content"]?["application/json"]?["example"]
        select new Route(method, Filled(pattern, person), role, example);

    private static string Filled(string pattern, Guid person) => Parameter().Replace(
        pattern.Replace("{personId:guid}", person.ToString(), StringComparison.Ordinal).Replace("{category}", "disabled", StringComparison.Ordinal),
        match => match.Value.EndsWith(":int}", StringComparison.Ordinal) ? "1" : Guid.Empty.ToString());

    [GeneratedRegex(":[a-z]+}", RegexOptions.CultureInvariant)]
    private static partial Regex Constraint();

    [GeneratedRegex("{[^}]+}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    private sealed record Route(string Method, string Path, string Role, JsonNode? Body);
}
