using Microsoft.OpenApi;

namespace YouthPlatform.Internships.Reads;

/// <summary>Describes the parameters that <see cref="Listing"/> binds.</summary>
internal static class ListParameters
{
    private static readonly (string Name, string Text)[] Parameters =
    [
        ("region", "Region code; the caller's regions when left out"),
        ("status", "Only files with this status"),
        ("after", "Cursor: next of the page before"),
        ("limit", "Size of the page, 1 to 500"),
    ];

    public static RouteHandlerBuilder WithListParameters(this RouteHandlerBuilder route) => route.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Parameters ??= [];
        foreach (var (name, text) in Parameters)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = text,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    });
}
