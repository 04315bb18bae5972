using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Antiforgery;
using YouthPlatform.Reporting.Board.Shared;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Board;

/// <summary>What all pages have in common: forms come from the board itself, and what fails is answered with a page.</summary>
internal sealed partial class BoardFilter(IAntiforgery antiforgery, UniqueConstraints constraints, ILogger<BoardFilter> logger) : IEndpointFilter
{
    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails, a browser is answered with a page.")]
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            if (!HttpMethods.IsGet(http.Request.Method))
            {
                await antiforgery.ValidateRequestAsync(http);
            }

            return await next(context);
        }
        catch (AntiforgeryValidationException)
        {
            return ErrorPage.Of(http, StatusCodes.Status400BadRequest, "board.form_expired", "页面已失效，刚才的操作没有执行。请重新打开页面再办理。");
        }
        catch (Exception exception) when (ProblemMap.Of(exception, constraints) is { } problem)
        {
            return ErrorPage.Of(http, problem.Status, problem.Code, problem.Detail, ViewerOf(http));
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogDefect(logger, exception);
            return ErrorPage.Of(http, StatusCodes.Status500InternalServerError, "server.error", "系统内部错误，请凭跟踪编号联系运维人员。");
        }
    }

    private static Viewer? ViewerOf(HttpContext http) => http.User.Identity is { IsAuthenticated: true } ? BoardRequest.Of(http).Viewer : null;

    [LoggerMessage(LogLevel.Error, "A page of the board failed unexpectedly.")]
    private static partial void LogDefect(ILogger logger, Exception exception);
}
