using Microsoft.AspNetCore.Http.Timeouts;
using YouthPlatform.ServiceDefaults.Problems;
using Yarp.ReverseProxy.Forwarder;

namespace YouthPlatform.Gateway.Proxy;

/// <summary>YARP, and problems where a service does not answer.</summary>
internal static class ProxyExtensions
{
    public static void AddProxy(this WebApplicationBuilder builder) =>
        builder.Services.AddReverseProxy().LoadFromMemory(ProxyRoutes.Routes(), ProxyRoutes.Clusters(builder.Configuration));

    public static void MapProxy(this WebApplication app) =>
        app.MapReverseProxy(pipeline =>
        {
            pipeline.Use(DescribeFailureAsync);
            pipeline.UseLoadBalancing();
            pipeline.UsePassiveHealthChecks();
        });

    private static async Task DescribeFailureAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.HasStarted || context.GetForwarderErrorFeature()?.Error is not { } error)
        {
            return;
        }

        var timedOut = error is ForwarderError.RequestTimedOut
            || context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true };
        var status = timedOut ? StatusCodes.Status504GatewayTimeout : context.Response.StatusCode;
        if (status < StatusCodes.Status500InternalServerError)
        {
            return;
        }

        context.Response.Headers.RetryAfter = "5";
        await ProblemWriter.WriteAsync(
            context,
            status,
            timedOut ? "gateway.destination_timeout" : "gateway.destination_unavailable",
            timedOut ? "后台服务响应超时" : "后台服务暂不可用",
            "请稍后重试；写操作请使用同一 Idempotency-Key 重试。");
    }
}
