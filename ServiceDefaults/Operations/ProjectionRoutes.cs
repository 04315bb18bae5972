using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.Operations;

/// <summary>The projections of a service: how current they are, whether they are what the log says, and building them anew.</summary>
internal sealed partial class ProjectionRoutes(
    ProjectionRebuilder rebuilder, SubscriptionBoard subscriptions, IEventStore store, ILogger<ProjectionRoutes> logger)
{
    public void Map(IEndpointRouteBuilder reads, IEndpointRouteBuilder changes)
    {
        reads.MapGet("/projections", ListAsync)
            .WithName("ListProjections")
            .WithSummary("The tables that are derived from the log, and how far each has come.");
        reads.MapGet("/projections/{name}/comparison", CompareAsync)
            .WithName("CompareProjection")
            .WithSummary("Replays the log beside a projection and names the rows that differ: the drift check. Takes as long as a rebuild.");
        changes.MapPost("/projections/{name}/rebuild", RebuildAsync)
            .WithName("RebuildProjection")
            .WithSummary("Builds a projection anew from the log and swaps it in; answers when that is done. Safe to repeat.");
    }

    private async Task<Ok<IReadOnlyList<ProjectionView>>> ListAsync(CancellationToken cancellationToken)
    {
        var following = (await subscriptions.ListAsync(cancellationToken)).ToDictionary(view => view.Name, StringComparer.Ordinal);
        var head = await store.GetHeadPositionAsync(cancellationToken);
        IReadOnlyList<ProjectionView> views =
        [
            .. rebuilder.Projections
                .Select(registered => ProjectionView.Of(
                    registered, registered.IsInline ? head : following[registered.Projection.Name].Position, head))
                .OrderBy(view => view.Name, StringComparer.Ordinal),
        ];
        return TypedResults.Ok(views);
    }

    private async Task<Ok<ProjectionComparison>> CompareAsync(string name, CancellationToken cancellationToken)
    {
        RequireKnown(name);
        var differences = await rebuilder.CompareAsync(name, cancellationToken);
        return TypedResults.Ok(new ProjectionComparison(name, differences.Count == 0, differences));
    }

    private async Task<Ok<ProjectionRebuilt>> RebuildAsync(string name, Caller caller, CancellationToken cancellationToken)
    {
        RequireKnown(name);
        Rebuilding(caller.Subject, name);
        try
        {
            return TypedResults.Ok(new ProjectionRebuilt(name, await rebuilder.RebuildAsync(name, cancellationToken)));
        }
        catch (PostgresException locked) when (locked.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
        {
            throw new RuleViolation("operations.projection_in_use", "该投影的表正被长时间占用，未能换入新表；请稍后重试。");
        }
    }

    private void RequireKnown(string name)
    {
        if (!rebuilder.Names.Contains(name))
        {
            throw ApiException.NotFound("operations.projection_unknown", $"没有名为 {name} 的投影。");
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Actor} lets projection {Name} be built anew")]
    private partial void Rebuilding(string actor, string name);
}
