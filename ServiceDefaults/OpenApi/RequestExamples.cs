using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace YouthPlatform.ServiceDefaults.OpenApi;

/// <summary>Examples of requests in a service's API description.</summary>
public static class RequestExamples
{
    /// <summary>Shows a request in the description of its route.</summary>
    /// <param name="route">The route.</param>
    /// <param name="example">A request as a client would send it; invented data only.</param>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder route, object example) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            {
                content.Example = JsonSerializer.SerializeToNode(example, PlatformJson.Options);
            }

            return Task.CompletedTask;
        });
}
