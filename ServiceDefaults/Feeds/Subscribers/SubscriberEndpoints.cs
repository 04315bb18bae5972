using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.OpenApi;
using YouthPlatform.ServiceDefaults.Operations;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>Those to whom the feed is brought: operators keep the list, its readers see it.</summary>
internal sealed class SubscriberEndpoints(
    SubscriberTable table, SubscriberRules rules, SubscriberBoard board, AttemptLog attempts, WebhookSecrets secrets, SubscriptionOperations operations, ErrorQueues errors)
{
    private const int MostAttempts = 200;

    public void Map(IEndpointRouteBuilder feed)
    {
        var reads = feed.MapGroup("/subscribers");
        reads.MapGet("", async (CancellationToken cancelled) => TypedResults.Ok(await board.ListAsync(cancelled)))
            .WithName("ListSubscribers").WithSummary("Those to whom the events are brought, and how far they are.");
        reads.MapGet("/{name}", FindAsync).WithName("ReadSubscriber").WithSummary("One of them.").ProducesProblem(StatusCodes.Status404NotFound);
        reads.MapGet("/{name}/attempts", AttemptsAsync)
            .WithName("ListAttempts").WithSummary("The last attempts to bring it events, newest first.").ProducesProblem(StatusCodes.Status404NotFound);

        reads.MapGet("/{name}/dead-letters", DeadLettersAsync)
            .WithName("ListDeadLetters")
            .WithSummary("The events that the consumer of a queue gave back too often, the oldest first.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        var changes = feed.MapGroup("/subscribers").RequireRoles(Roles.Ops)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        changes.MapPut("/{name}", PutAsync)
            .WithName("PutSubscriber")
            .WithSummary("Adds a subscriber, or changes the address and filters of one. Safe to repeat.")
            .WithExample(new SubscriberRequest(SubscriberKind.Webhook, "https://portal.example.gov.cn/hooks/youth", [], ["430100"], 0))
            .ProducesProblem(StatusCodes.Status400BadRequest);
        changes.MapDelete("/{name}", EndAsync).WithName("EndSubscriber").WithSummary("Takes a subscriber off, for good; its queue stays until the broker's operators delete it.");
        changes.MapPost("/{name}/pause", PauseAsync).WithName("PauseSubscriber").WithSummary("Lets events wait for a subscriber, for a reason that is kept. Safe to repeat.")
            .WithExample(new PauseRequest("接收系统升级"));
        changes.MapPost("/{name}/resume", ResumeAsync).WithName("ResumeSubscriber").WithSummary("Brings a paused subscriber what has waited. Safe to repeat.");
        changes.MapPost("/{name}/replay", ReplayAsync).WithName("ReplaySubscriber").WithSummary("Brings a subscriber everything after a position again. Safe to repeat.")
            .WithExample(new ReplayRequest(0));
        changes.MapPost("/{name}/dead-letters/replay", ReplayDeadLettersAsync)
            .WithName("ReplayDeadLetters")
            .WithSummary("Puts them into the queue again, after the cause is mended. Safe to repeat.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        changes.MapGet("/{name}/secret", SecretAsync).WithName("ReadSubscriberSecret").WithSummary("The secret that a webhook's deliveries are signed with.");
        changes.MapPost("/{name}/secret", RenewSecretAsync)
            .WithName("RenewSubscriberSecret")
            .WithSummary("Gives a webhook a new secret; deliveries carry signatures with it and the one before.");
    }

    private async Task<Ok<SubscriberView>> FindAsync(string name, CancellationToken cancellationToken) =>
        TypedResults.Ok(await board.FindAsync(name, cancellationToken));

    private async Task<Ok<SubscriberView>> PutAsync(string name, SubscriberRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var wanted = await rules.ReadAsync(name, request, caller, cancellationToken);
        if (wanted.Kind == SubscriberKind.Webhook)
        {
            secrets.SecretOf(name, wanted.SecretVersion);
        }

        Require(await table.PutAsync(wanted, cancellationToken));
        return await FindAsync(name, cancellationToken);
    }

    private Task<Ok<SubscriberView>> EndAsync(string name, Caller caller, CancellationToken cancellationToken) =>
        MoveAsync(name, SubscriberState.Ended, null, caller, cancellationToken);

    private Task<Ok<SubscriberView>> PauseAsync(string name, PauseRequest request, Caller caller, CancellationToken cancellationToken) =>
        MoveAsync(name, SubscriberState.Paused, SubscriberRules.ReadReason(request.Reason), caller, cancellationToken);

    private Task<Ok<SubscriberView>> ResumeAsync(string name, Caller caller, CancellationToken cancellationToken) =>
        MoveAsync(name, SubscriberState.Active, null, caller, cancellationToken);

    private async Task<Ok<SubscriberView>> ReplayAsync(string name, ReplayRequest request, Caller caller, CancellationToken cancellationToken)
    {
        await rules.RequireReplayAsync(request.After, cancellationToken);
        var subscriber = Require(await table.MoveAsync(name, SubscriberState.Active, null, caller.Subject, cancellationToken));
        await operations.RewindAsync(subscriber.Subscription, request.After, cancellationToken);
        return await FindAsync(name, cancellationToken);
    }

    private async Task<Ok<DeadLetters>> DeadLettersAsync(string name, int? limit, CancellationToken cancellationToken)
    {
        var queue = await QueueAsync(name, cancellationToken);
        var most = Math.Clamp(limit ?? 50, 1, MostAttempts);
        var counts = await errors.AskAsync(asked => asked.CountErrorsAsync([queue], cancellationToken));
        var events = await errors.AskAsync(asked => asked.PeekErrorsAsync(queue, most, cancellationToken));
        return TypedResults.Ok(new DeadLetters(queue, counts[0].Messages, [.. events.Select(body => JsonSerializer.Deserialize<JsonElement>(body))]));
    }

    private async Task<Ok<ErrorQueueReplayed>> ReplayDeadLettersAsync(string name, CancellationToken cancellationToken)
    {
        var queue = await QueueAsync(name, cancellationToken);
        return TypedResults.Ok(new ErrorQueueReplayed(queue, await errors.AskAsync(asked => asked.ReplayErrorsAsync(queue, cancellationToken))));
    }

    private async Task<string> QueueAsync(string name, CancellationToken cancellationToken) =>
        (await board.FindAsync(name, cancellationToken)).Queue ?? throw ApiException.NotFound("subscriber.no_queue", "该订阅方没有队列。");

    private async Task<Ok<IReadOnlyList<Attempt>>> AttemptsAsync(string name, long? before, int? limit, CancellationToken cancellationToken)
    {
        await board.FindAsync(name, cancellationToken);
        var list = await attempts.ReadAsync(name, before ?? long.MaxValue, Math.Clamp(limit ?? 50, 1, MostAttempts), cancellationToken);
        return TypedResults.Ok<IReadOnlyList<Attempt>>(list);
    }

    private async Task<Ok<SubscriberSecret>> SecretAsync(string name, HttpContext context, CancellationToken cancellationToken) =>
        Secret(context, await table.FindAsync(name, cancellationToken) is { Kind: SubscriberKind.Webhook } found ? found : null);

    private async Task<Ok<SubscriberSecret>> RenewSecretAsync(string name, HttpContext context, Caller caller, CancellationToken cancellationToken) =>
        Secret(context, await table.RenewSecretAsync(name, caller.Subject, cancellationToken));

    private Ok<SubscriberSecret> Secret(HttpContext context, Subscriber? subscriber)
    {
        var webhook = subscriber ?? throw SubscriberRules.Unknown();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new SubscriberSecret(webhook.SecretVersion, WebhookSecrets.Text(secrets.SecretOf(webhook.Name, webhook.SecretVersion))));
    }

    private async Task<Ok<SubscriberView>> MoveAsync(
        string name, SubscriberState state, string? reason, Caller caller, CancellationToken cancellationToken)
    {
        await board.FindAsync(name, cancellationToken);
        Require(await table.MoveAsync(name, state, reason, caller.Subject, cancellationToken));
        return await FindAsync(name, cancellationToken);
    }

    private static Subscriber Require(Subscriber? subscriber) =>
        subscriber ?? throw new RuleViolation("subscriber.not_open", "该订阅方已停用，或同名订阅方的类型不同，请换一个名称。");
}
