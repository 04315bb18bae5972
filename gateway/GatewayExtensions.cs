using YouthPlatform.Gateway.Dev;
using YouthPlatform.Gateway.Docs;
using YouthPlatform.Gateway.Feeds;
using YouthPlatform.Gateway.Health;
using YouthPlatform.Gateway.Limits;
using YouthPlatform.Gateway.Proxy;
using YouthPlatform.ServiceDefaults;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.Gateway;

/// <summary>The gateway: the platform's one door.</summary>
internal static class GatewayExtensions
{
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        builder.AddPlatformDefaults("gateway");
        builder.AddDevelopmentIssuer();
        builder.AddProxy();
        builder.AddLimits();
        builder.AddCors();
        builder.Services.AddServiceHealth();
        builder.Services.AddFeedCatalogue();
    }

    public static void MapGateway(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseApiPage();
        app.UsePlatformDefaults(between =>
        {
            between.UseCors();
            between.UseRateLimiter();
            between.UseRequestTimeouts();
        });
        app.MapGet("/", () => TypedResults.Redirect("/docs")).AllowAnonymous().ExcludeFromDescription();
        app.MapServiceDocuments();
        app.MapFeedCatalogue();
        app.MapProxy();
        app.MapDevelopment();
        app.MapFallback("{**path}", context => ProblemWriter.WriteAsync(
            context, StatusCodes.Status404NotFound, "gateway.route_unknown", "没有这个地址", "接口目录见 /docs。")).AllowAnonymous();
    }

    /// <summary>No other site's pages may call the gateway unless their origins are configured.</summary>
    private static void AddCors(this WebApplicationBuilder builder)
    {
        var origins = builder.Configuration.GetSection("Cors:Origins").Get<string?[]>()?.OfType<string>().ToArray() ?? [];
        builder.Services.AddCors(options => options.AddDefaultPolicy(policy =>
        {
            if (origins.Length > 0)
            {
                policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("ETag", "Link", "Location", "Retry-After");
            }
        }));
    }
}
