using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace YouthPlatform.ServiceDefaults.Problems;

/// <summary>Writes <c>application/problem+json</c> with a code and the trace's id, whatever the caller says it accepts.</summary>
public static class ProblemWriter
{
    /// <summary>Media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Answers a request with a problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">Status code.</param>
    /// <param name="code">Stable code, such as <c>auth.token_missing</c>.</param>
    /// <param name="title">What happened, in Chinese; when null, the title of the code or of the status.</param>
    /// <param name="detail">What to do about it, in Chinese.</param>
    public static async Task WriteAsync(HttpContext context, int status, string code, string? title = null, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Response.HasStarted)
        {
            return;
        }

        context.Response.StatusCode = status;
        var problem = Describe(context, status, code, title, detail);
        await context.Response.WriteAsJsonAsync(problem, PlatformJson.Options, MediaType, CancellationToken.None);
    }

    /// <summary>The problem itself, for those who write it otherwise.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">Status code.</param>
    /// <param name="code">Stable code.</param>
    /// <param name="title">What happened, in Chinese.</param>
    /// <param name="detail">What to do about it, in Chinese.</param>
    public static ProblemDetails Describe(HttpContext context, int status, string code, string? title = null, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new()
        {
            Type = $"urn:youthplatform:problem:{code}",
            Title = title ?? ProblemTexts.Title(code, status),
            Status = status,
            Detail = detail,
            Extensions = { ["code"] = code, ["traceId"] = TraceId(context) },
        };
    }

    internal static Task WriteStatusCodeAsync(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        return WriteAsync(context.HttpContext, status, ProblemTexts.CodeOf(status));
    }

    internal static void AddPlatformProblems(this IServiceCollection services) =>
        services.AddProblemDetails(options =>
        {
            var others = options.CustomizeProblemDetails;
            options.CustomizeProblemDetails = context =>
            {
                others?.Invoke(context);
                var problem = context.ProblemDetails;
                var status = problem.Status ?? context.HttpContext.Response.StatusCode;
                var code = ProblemTexts.CodeOf(status);
                if (problem.Extensions.TryAdd("code", code))
                {
                    problem.Title = ProblemTexts.Title(code, status);
                }

                problem.Extensions["traceId"] = TraceId(context.HttpContext);
            };
        });

    private static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
