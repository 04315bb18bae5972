using Microsoft.AspNetCore.Http;
using RabbitMQ.Client.Exceptions;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>Asks the broker on behalf of a request, and says what went wrong in terms of the API.</summary>
internal static class BrokerQuestion
{
    /// <exception cref="ApiException">503 <c>operations.broker_unavailable</c></exception>
    /// <exception cref="RuleViolation"><c>operations.replay_stalled</c></exception>
    public static async Task<T> AskAsync<T>(this ErrorQueues errors, Func<ErrorQueues, Task<T>> ask)
    {
        try
        {
            return await ask(errors);
        }
        catch (TimeoutException)
        {
            throw new RuleViolation("operations.replay_stalled", "错误队列没有送出消息，可能他人正在重放；请稍后查看后再试。");
        }
        catch (Exception e) when (e is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException)
        {
            throw new ApiException(StatusCodes.Status503ServiceUnavailable, "operations.broker_unavailable", "暂时无法连接消息服务，请稍后重试。");
        }
    }
}
