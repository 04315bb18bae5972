namespace YouthPlatform.Reporting.Board.Shared;

/// <summary>303: what was sent is done; the browser reads the next page, and reloading it sends nothing again.</summary>
/// <param name="path">Path of the page.</param>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
