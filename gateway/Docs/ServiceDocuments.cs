using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Gateway.Proxy;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.Gateway.Docs;

/// <summary>The services' OpenAPI and AsyncAPI documents, with paths as the gateway serves them, and the one page that shows them.</summary>
internal static class ServiceDocuments
{
    public static void MapServiceDocuments(this WebApplication app)
    {
        foreach (var service in ProxiedService.All)
        {
            Map($"/openapi/{service.Path}.json", service, "/openapi/v1.json", (document, _) => Rewrite(document, service));
            Map($"/asyncapi/{service.Path}.json", service, "/feeds/v1/asyncapi.json", (document, request) => RewriteEvents(document, service, request));
        }

        void Map(string path, ProxiedService service, string document, Func<JsonNode, HttpRequest, JsonNode> rewrite) =>
            app.MapGet(path, (HttpContext context, ServiceReader services) => DocumentAsync(context, service, services, document, rewrite))
                .AllowAnonymous()
                .ExcludeFromDescription();
    }

    /// <summary>Static files: before authorization, since anybody may read the page.</summary>
    public static void UseApiPage(this WebApplication app) =>
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "YouthPlatform API";
            page.EnablePersistAuthorization();
            foreach (var service in ProxiedService.All)
            {
                page.SwaggerEndpoint($"/openapi/{service.Path}.json", $"{service.Title} {service.Path}");
            }
        });

    /// <summary>Makes a service's document true at the gateway: its API below <c>/api</c>, its feeds below <c>/feeds</c>.</summary>
    internal static JsonNode Rewrite(JsonNode document, ProxiedService service)
    {
        document["servers"] = new JsonArray(new JsonObject { ["url"] = "/" });
        if (document["paths"] is JsonObject paths)
        {
            document["paths"] = new JsonObject(paths.ToList().Select(path =>
                KeyValuePair.Create(Path(path.Key, service), path.Value?.DeepClone())));
        }

        return document;
    }

    /// <summary>Makes a service's AsyncAPI document true at the gateway: where the feed is read. The broker stays where it is.</summary>
    private static JsonNode RewriteEvents(JsonNode document, ProxiedService service, HttpRequest request)
    {
        if (document["servers"]?["feed"] is JsonObject feed)
        {
            feed["host"] = request.Host.Value;
            feed["protocol"] = request.Scheme;
            feed["pathname"] = $"/feeds/{service.Path}/v1";
        }

        return document;
    }

    private static string Path(string path, ProxiedService service) =>
        path.StartsWith("/feeds/v1/", StringComparison.Ordinal) ? $"/feeds/{service.Path}{path["/feeds".Length..]}"
        : path.StartsWith("/feeds/all/", StringComparison.Ordinal) || path.StartsWith("/sdmx/", StringComparison.Ordinal) ? path
        : $"/api/{service.Path}{path}";

    private static async Task<Results<JsonHttpResult<JsonNode>, EmptyHttpResult>> DocumentAsync(
        HttpContext context, ProxiedService service, ServiceReader services, string path, Func<JsonNode, HttpRequest, JsonNode> rewrite)
    {
        try
        {
            var document = await services.ReadAsync(service, path, authorization: null, context.RequestAborted);
            return TypedResults.Json(rewrite(document, context.Request));
        }
        catch (HttpRequestException)
        {
            context.Response.Headers.RetryAfter = "5";
            await ProblemWriter.WriteAsync(context, StatusCodes.Status502BadGateway, "gateway.destination_unavailable", "后台服务暂不可用");
            return TypedResults.Empty;
        }
    }
}
