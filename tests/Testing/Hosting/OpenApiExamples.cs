using System.Text.Json.Nodes;

namespace YouthPlatform.Testing.Hosting;

/// <summary>Reads an API description for what it does not show.</summary>
public static class OpenApiExamples
{
    private static readonly string[] Changes = ["post", "put", "patch"];

    /// <summary>Routes that take JSON and show no example of it.</summary>
    /// <param name="document">The OpenAPI document of a service.</param>
    public static IReadOnlyList<string> Missing(JsonNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return
        [
            .. from path in document["paths"]!.AsObject()
               from method in Changes
               let content = path.Value![method]?["requestBody"]?["content"]?["application/json"]
               where content is not null && content["example"] is null && content["examples"] is null
               select $"{method} {path.Key}",
        ];
    }
}
