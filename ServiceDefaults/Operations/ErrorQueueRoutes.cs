using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.ServiceDefaults.Operations;

/// <summary>The messages that the service could not handle.</summary>
internal sealed partial class ErrorQueueRoutes(IServiceProvider services, ILogger<ErrorQueueRoutes> logger)
{
    private readonly IReadOnlySet<string> _queues = services.GetService<MessagingQueues>()?.Names ?? new HashSet<string>();

    private ErrorQueues Errors => services.GetRequiredService<ErrorQueues>();

    public void Map(IEndpointRouteBuilder reads, IEndpointRouteBuilder changes)
    {
        reads.MapGet("/error-queues", ListAsync)
            .WithName("ListErrorQueues")
            .WithSummary("How many messages wait in the error queue of each queue that the service consumes.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        changes.MapPost("/error-queues/{queue}/replay", ReplayAsync)
            .WithName("ReplayErrorQueue")
            .WithSummary("Hands the messages of an error queue in again, after the cause is mended. Safe to repeat.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<Ok<IReadOnlyList<ErrorQueueView>>> ListAsync(CancellationToken cancellationToken)
    {
        if (_queues.Count == 0)
        {
            return TypedResults.Ok<IReadOnlyList<ErrorQueueView>>([]);
        }

        var waiting = await Errors.AskAsync(errors => errors.CountErrorsAsync([.. _queues.Order(StringComparer.Ordinal)], cancellationToken));
        return TypedResults.Ok<IReadOnlyList<ErrorQueueView>>([.. waiting.Select(queue => new ErrorQueueView(queue.Queue, queue.Messages))]);
    }

    private async Task<Ok<ErrorQueueReplayed>> ReplayAsync(string queue, Caller caller, CancellationToken cancellationToken)
    {
        if (!_queues.Contains(queue))
        {
            throw ApiException.NotFound("operations.queue_unknown", $"本服务没有名为 {queue} 的队列。");
        }

        var moved = await Errors.AskAsync(errors => errors.ReplayErrorsAsync(queue, cancellationToken));
        Replayed(caller.Subject, moved, queue);
        return TypedResults.Ok(new ErrorQueueReplayed(queue, moved));
    }

    [LoggerMessage(LogLevel.Warning, "{Actor} handed {Count} messages of the error queue of {Queue} in again")]
    private partial void Replayed(string actor, int count, string queue);
}

/// <summary>An error queue.</summary>
/// <param name="Queue">Name of the queue whose messages it holds.</param>
/// <param name="Messages">How many.</param>
internal sealed record ErrorQueueView(string Queue, long Messages);

/// <summary>What a replay did.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Moved">Messages that were handed in again.</param>
internal sealed record ErrorQueueReplayed(string Queue, int Moved);
