using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>Wires problems, idempotency and the conventions of routes.</summary>
public static class HttpExtensions
{
    /// <summary>Adds the services behind problems and idempotency.</summary>
    internal static IServiceCollection AddHttpCommands(this IServiceCollection services)
    {
        services.AddExceptionHandler<ProblemHandler>();
        services.TryAddSingleton<UniqueConstraints>();
        services.TryAddSingleton<RetryTurns>();
        return services;
    }

    /// <summary>Says what a unique constraint means as a rule.</summary>
    public static IServiceCollection AddUniqueConstraint(this IServiceCollection services, string name, string code, string detail) =>
        services.AddSingleton(new UniqueConstraint(name, code, detail));

    /// <summary>Adds the middleware; call after authentication and authorization.</summary>
    internal static IApplicationBuilder UseHttpCommands(this IApplicationBuilder app) => app.UseMiddleware<IdempotencyMiddleware>();

    /// <summary>Group of an aggregate under <c>/v1</c>, with the problems that every route can answer declared.</summary>
    public static RouteGroupBuilder MapV1(this IEndpointRouteBuilder routes, string aggregate)
    {
        var group = routes.MapGroup($"/v1/{aggregate}").WithTags(aggregate);
        foreach (var status in (int[])[400, 401, 403, 404, 409, 429, 500])
        {
            group.ProducesProblem(status);
        }

        return group;
    }

    /// <summary>Declares that a change needs <c>If-Match</c>.</summary>
    public static RouteHandlerBuilder ChangesVersion(this RouteHandlerBuilder route) =>
        route.WithMetadata(RequiredHeader.IfMatch).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
}
