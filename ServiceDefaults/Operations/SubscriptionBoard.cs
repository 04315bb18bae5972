using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Feeds.Subscribers;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.OpenApi;

namespace YouthPlatform.ServiceDefaults.Operations;

/// <summary>The subscriptions of a service: those it runs, and those that earlier versions ran.</summary>
internal sealed partial class SubscriptionBoard(
    SubscriptionOperations operations, IEnumerable<RegisteredSubscription> registered, ILogger<SubscriptionBoard> logger)
{
    private const int LongestReason = 500;

    private readonly RegisteredSubscription[] _registered = [.. registered];

    public void Map(IEndpointRouteBuilder reads, IEndpointRouteBuilder changes)
    {
        reads.MapGet("/subscriptions", async (CancellationToken cancellation) => TypedResults.Ok(await ListAsync(cancellation)))
            .WithName("ListSubscriptions")
            .WithSummary("What follows the service's logs: how far each has come, and what stopped it.");
        reads.MapGet("/subscriptions/{name}/skips", SkipsAsync)
            .WithName("ListSkippedEvents")
            .WithSummary("The events that a subscription was told to pass over: by whom and why.");
        changes.MapPost("/subscriptions/{name}/retry", RetryAsync)
            .WithName("RetrySubscription")
            .WithSummary("Lets a stopped subscription try again, after the cause is mended.");
        changes.MapPost("/subscriptions/{name}/skip", SkipAsync)
            .WithName("SkipEvent")
            .WithExample(new SkipRequest(4711, "示例：该事件指向的记录已按规定删除"))
            .WithSummary("Passes over the event that stopped a subscription, for a reason that is kept. Safe to repeat.");
        changes.MapPost("/subscriptions/{name}/rewind", RewindAsync)
            .WithName("RewindSubscription")
            .WithExample(new RewindRequest(0))
            .WithSummary("Lets an external subscription (relay) publish again after a position; receivers drop what they have seen.");
    }

    public async Task<IReadOnlyList<SubscriptionView>> ListAsync(CancellationToken cancellationToken)
    {
        // The heads are read after the positions, so that no lag is negative.
        var statuses = (await operations.ListAsync(cancellationToken)).ToDictionary(status => status.Name, StringComparer.Ordinal);
        var views = new List<SubscriptionView>();
        foreach (var subscription in _registered)
        {
            statuses.Remove(subscription.Name, out var status);
            views.Add(SubscriptionView.Of(subscription, status, await subscription.ReadHeadAsync(cancellationToken)));
        }

        // Those of the feed's subscribers are listed with the feed.
        var retired = statuses.Values.Where(status => !status.Name.StartsWith(Subscriber.SubscriptionPrefix, StringComparison.Ordinal));
        return [.. views.Concat(retired.Select(SubscriptionView.Retired)).OrderBy(view => view.Name, StringComparer.Ordinal)];
    }

    private async Task<SubscriptionView> FindAsync(string name, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(view => view.Name == name)
        ?? throw ApiException.NotFound("operations.subscription_unknown", $"没有名为 {name} 的订阅。");

    private async Task<Ok<IReadOnlyList<SubscriptionSkip>>> SkipsAsync(string name, CancellationToken cancellationToken)
    {
        await FindAsync(name, cancellationToken);
        return TypedResults.Ok(await operations.ListSkipsAsync(name, cancellationToken));
    }

    private async Task<Ok<SubscriptionView>> RetryAsync(string name, Caller caller, CancellationToken cancellationToken)
    {
        await FindAsync(name, cancellationToken);
        await operations.RetryAsync(name, cancellationToken);
        Retried(caller.Subject, name);
        return TypedResults.Ok(await FindAsync(name, cancellationToken));
    }

    private async Task<Ok<SubscriptionView>> SkipAsync(string name, SkipRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > LongestReason || request.Reason.Any(char.IsControl))
        {
            throw ApiException.BadRequest("operations.reason_invalid", $"请写明跳过的原因：一行文字，不超过 {LongestReason} 个字符。");
        }

        await FindAsync(name, cancellationToken);
        await operations.SkipAsync(name, request.Position, caller.Subject, request.Reason, cancellationToken);
        Skipped(caller.Subject, request.Position, name);
        return TypedResults.Ok(await FindAsync(name, cancellationToken));
    }

    private async Task<Ok<SubscriptionView>> RewindAsync(
        string name, RewindRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.After < 0)
        {
            throw ApiException.BadRequest("operations.position_invalid", "位置 after 不能小于 0。");
        }

        await FindAsync(name, cancellationToken);
        await operations.RewindAsync(name, request.After, cancellationToken);
        Rewound(caller.Subject, name, request.After);
        return TypedResults.Ok(await FindAsync(name, cancellationToken));
    }

    [LoggerMessage(LogLevel.Warning, "{Actor} lets subscription {Name} try again")]
    private partial void Retried(string actor, string name);

    [LoggerMessage(LogLevel.Warning, "{Actor} lets event {Position} be passed over by subscription {Name}")]
    private partial void Skipped(string actor, long position, string name);

    [LoggerMessage(LogLevel.Warning, "{Actor} lets subscription {Name} begin again after {Position}")]
    private partial void Rewound(string actor, string name, long position);
}
