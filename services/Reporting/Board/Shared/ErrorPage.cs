using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using YouthPlatform.Reporting.Board.Pages;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.Reporting.Board.Shared;

/// <summary>What went wrong, as a page says it.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Code">The same code as the API's.</param>
/// <param name="Detail">What is wrong and what to do.</param>
/// <param name="TraceId">For the ops team.</param>
/// <param name="Viewer">Who looks at it.</param>
/// <param name="Back">Page to open again.</param>
public sealed record ErrorModel(string Title, string Code, string? Detail, string TraceId, Viewer? Viewer, string? Back);

/// <summary>Answers with a page about what went wrong.</summary>
internal static class ErrorPage
{
    public static RazorComponentResult<Error> Of(HttpContext http, int status, string code, string? detail, Viewer? viewer = null)
    {
        var title = ProblemWriter.Describe(http, status, code).Title ?? code;
        var back = HttpMethods.IsGet(http.Request.Method) && status != StatusCodes.Status503ServiceUnavailable ? null : http.Request.Path.Value;
        var trace = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        return new RazorComponentResult<Error>(new { Model = new ErrorModel(title, code, detail, trace, viewer, back) }) { StatusCode = status };
    }
}
