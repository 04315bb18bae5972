using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>Answers every exception with a problem; a defect of ours is logged and says only its trace id.</summary>
internal sealed partial class ProblemHandler(UniqueConstraints constraints, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = ProblemMap.Of(exception, constraints);
        if (problem is null)
        {
            LogDefect(logger, exception);
            problem = new(StatusCodes.Status500InternalServerError, "server.error", "系统内部错误，请凭 traceId 联系运维人员。");
        }

        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            LogUnavailable(logger, exception, problem.Code);
            httpContext.Response.Headers.RetryAfter = "1";
        }

        await ProblemWriter.WriteAsync(httpContext, problem.Status, problem.Code, detail: problem.Detail);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "A request has to be repeated: {Code}.")]
    private static partial void LogUnavailable(ILogger logger, Exception exception, string code);

    [LoggerMessage(LogLevel.Error, "A request failed unexpectedly.")]
    private static partial void LogDefect(ILogger logger, Exception exception);
}
