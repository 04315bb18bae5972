using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Testing.Hosting;

/// <summary>Every route of a service, whatever it is, keeps out who has none of its roles, and who has no token at all.</summary>
public static class RouteAccess
{
    /// <summary>Asks each route under <c>/v1</c> as somebody without its roles, and as nobody.</summary>
    public static async Task RequireRolesAsync<TEntry>(ServiceHost<TEntry> host, int atLeast)
        where TEntry : class
    {
        ArgumentNullException.ThrowIfNull(host);
        var routes = Routes(host).ToList();
        routes.Count.ShouldBeGreaterThan(atLeast);
        List<string> open = [];
        foreach (var (method, path, roles, content) in routes)
        {
            var stranger = Roles.All.First(role => roles?.AnyOf.Contains(role) != true);
            await AskAsync(HttpStatusCode.Unauthorized, host.CreateClient(), "nobody");
            if (roles is not null)
            {
                await AskAsync(HttpStatusCode.Forbidden, host.As($"{stranger}-430000", stranger, "430000").Http, stranger);
            }

            async Task AskAsync(HttpStatusCode expected, HttpClient client, string who)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                request.Headers.Add("Idempotency-Key", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString());
                request.Content = method == "POST" ? new StringContent("{}", Encoding.UTF8, content) : null;
                using var answer = await client.SendAsync(request);
                if (answer.StatusCode != expected)
                {
                    open.Add($"{method} {path} answers {(int)answer.StatusCode} to {who}");
                }
            }
        }

        open.ShouldBeEmpty();
        routes.Where(route => route.Method == "POST" && route.Roles is null).Select(route => route.Path).ShouldBeEmpty("A change asks for a role.");
    }

    private static IEnumerable<(string Method, string Path, RequiredRoles? Roles, string Content)> Routes<TEntry>(ServiceHost<TEntry> host)
        where TEntry : class =>
        from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
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
