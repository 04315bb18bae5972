using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.ServiceDefaults.Authorization;

/// <summary>Answers a <see cref="ForbiddenException"/> with 403 and its code.</summary>
internal sealed class ForbiddenExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not ForbiddenException forbidden)
        {
            return false;
        }

        await ProblemWriter.WriteAsync(httpContext, StatusCodes.Status403Forbidden, forbidden.Code, detail: forbidden.Detail);
        return true;
    }
}
