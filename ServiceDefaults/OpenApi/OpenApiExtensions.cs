using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.ServiceDefaults.OpenApi;

/// <summary>The OpenAPI document of a service at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiExtensions
{
    private const string Scheme = "bearer";

    public static void AddServiceOpenApi(this IServiceCollection services, string service) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document, service);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                Secure(operation, context);
                OperationPaths.Apply(operation, context.Description.RelativePath);
                OperationHeaders.Apply(operation, context.Description.ActionDescriptor.EndpointMetadata);
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                MoneySchema.Apply(schema, context.JsonTypeInfo.Type);
                ProblemSchema.Apply(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            });
        });

    public static void MapServiceOpenApi(this WebApplication app) =>
        app.MapOpenApi().AllowAnonymous();

    private static void Describe(OpenApiDocument document, string service)
    {
        document.Info = new()
        {
            Title = $"YouthPlatform {service}",
            Version = "v1",
            Description = "Problems are `application/problem+json` with a stable `code` and the `traceId`. "
                + "Money is a decimal string with a currency, dates are those of the Asia/Shanghai calendar, instants are UTC. "
                + "Reads and changes answer with the `ETag` of the version; the next change sends it as `If-Match`.",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A token of the configured OpenID Connect authority, with roles and regions.",
        };
    }

    private static void Secure(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            return;
        }

        operation.Security ??= [];
        operation.Security.Add(new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] });
        AddProblem(operation, "401", "No valid token: auth.token_missing, auth.token_expired, auth.token_invalid.");
        if (metadata.OfType<RequiredRoles>().LastOrDefault() is { } roles)
        {
            AddProblem(operation, "403", $"Needs one of the roles {string.Join(", ", roles.AnyOf)}, and responsibility for the region where one is concerned.");
        }
        else
        {
            AddProblem(operation, "403", "The caller's roles or regions do not allow this.");
        }
    }

    /// <summary>Declares a problem, or says more of one that the route declares itself.</summary>
    private static void AddProblem(OpenApiOperation operation, string status, string description)
    {
        operation.Responses ??= [];
        if (operation.Responses.TryGetValue(status, out var declared))
        {
            declared.Description = description;
            return;
        }

        operation.Responses[status] = new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType> { [ProblemWriter.MediaType] = new() { Schema = ProblemSchema.Create() } },
        };
    }
}
