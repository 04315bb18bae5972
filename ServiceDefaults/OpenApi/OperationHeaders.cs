using Microsoft.OpenApi;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.OpenApi;

/// <summary>Describes the headers that a route asks for, and that it creates.</summary>
internal static class OperationHeaders
{
    public static void Apply(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var header in metadata.OfType<RequiredHeader>())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = true,
                Description = header.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        if (metadata.OfType<CreatesResource>().Any() && operation.Responses?.Remove("200", out var answer) == true)
        {
            answer.Description = "Created; Location is its path in the service.";
            operation.Responses["201"] = answer;
        }
    }
}
