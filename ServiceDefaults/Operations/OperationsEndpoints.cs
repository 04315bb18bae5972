using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.Operations;

/// <summary>What those who run a service can see of its log and do about it.</summary>
public static class OperationsEndpoints
{
    /// <summary>
    /// Maps <c>/v1/operations</c>: subscriptions, projections, the log's audit, error queues. Operators may do everything, auditors
    /// read. The service's event log and public log have to be registered.
    /// </summary>
    /// <param name="routes">The application.</param>
    public static RouteGroupBuilder MapOperations(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var services = routes.ServiceProvider;
        var operations = routes.MapV1("operations");
        var reads = operations.MapGroup(string.Empty).RequireRoles(Roles.Ops, Roles.Auditor);
        var changes = operations.MapGroup(string.Empty).RequireRoles(Roles.Ops);
        var board = ActivatorUtilities.CreateInstance<SubscriptionBoard>(services);
        board.Map(reads, changes);
        ActivatorUtilities.CreateInstance<ProjectionRoutes>(services, board).Map(reads, changes);
        ActivatorUtilities.CreateInstance<LogRoutes>(services).Map(reads);
        ActivatorUtilities.CreateInstance<ErrorQueueRoutes>(services).Map(reads, changes);
        return operations;
    }
}
