using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace YouthPlatform.ServiceDefaults.OpenApi;

/// <summary>Describes what a path asks for where the handler reads it from the request itself, as those do that several routes share.</summary>
internal static partial class OperationPaths
{
    public static void Apply(OpenApiOperation operation, string? path)
    {
        foreach (Match asked in Parameter().Matches(path ?? string.Empty))
        {
            var name = asked.Groups[1].Value;
            if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path && parameter.Name == name) == true)
            {
                continue;
            }

            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }

    [GeneratedRegex("{\\**([^}:?=]+)[^}]*}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
