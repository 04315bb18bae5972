using Microsoft.OpenApi;
using YouthPlatform.Policy;

namespace YouthPlatform.ServiceDefaults.OpenApi;

/// <summary>Money as it is on the wire, whatever the members of the type in code.</summary>
internal static class MoneySchema
{
    public static void Apply(OpenApiSchema schema, Type type)
    {
        if ((Nullable.GetUnderlyingType(type) ?? type) != typeof(Money))
        {
            return;
        }

        schema.Type = Nullable.GetUnderlyingType(type) is null ? JsonSchemaType.Object : JsonSchemaType.Object | JsonSchemaType.Null;
        schema.Description = "An amount of money; the amount is a decimal string.";
        schema.Required = new HashSet<string> { "amount", "currency" };
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["amount"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^-?[0-9]+\\.[0-9]{2}$", Examples = ["1930.00"] },
            ["currency"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Z]{3}$", Examples = ["CNY"] },
        };
    }
}
