using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace YouthPlatform.ServiceDefaults.OpenApi;

/// <summary>Problems as they are sent: always with a code and the trace's id.</summary>
internal static class ProblemSchema
{
    public static OpenApiSchema Create()
    {
        var schema = new OpenApiSchema();
        Apply(schema, typeof(ProblemDetails));
        return schema;
    }

    public static void Apply(OpenApiSchema schema, Type type)
    {
        if (type != typeof(ProblemDetails))
        {
            return;
        }

        schema.Type = JsonSchemaType.Object;
        schema.Required = new HashSet<string> { "type", "title", "status", "code", "traceId" };
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What happened, in Chinese." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What to do about it, in Chinese." },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable, for programs." },
            ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Finds the request in traces and logs." },
        };
    }
}
