using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using YouthPlatform.Gateway.Proxy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Problems;

namespace YouthPlatform.Gateway.Limits;

/// <summary>How often and how long a client may ask.</summary>
internal static class LimitsExtensions
{
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("RateLimits").Get<RateLimits>() ?? new();
        builder.Services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, limits));
            options.OnRejected = RejectAsync;
        });
        var longest = builder.Configuration.GetValue("Limits:ApiTimeoutSeconds", 100);
        builder.Services.AddRequestTimeouts(options => options.AddPolicy(TimeoutPolicies.Api, TimeSpan.FromSeconds(longest)));
    }

    private static RateLimitPartition<string> Partition(HttpContext context, RateLimits limits) =>
        context.User.FindFirst(ClaimNames.Subject)?.Value is { } subject
            ? Bucket($"subject {subject}", limits.PerSecond, limits.Burst)
            : Bucket($"address {context.Connection.RemoteIpAddress}", limits.AnonymousPerSecond, limits.AnonymousBurst);

    private static RateLimitPartition<string> Bucket(string key, int perSecond, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await ProblemWriter.WriteAsync(
            context.HttpContext, StatusCodes.Status429TooManyRequests, "gateway.too_many_requests", "请求过于频繁", $"请在 {seconds} 秒后重试。");
    }
}
