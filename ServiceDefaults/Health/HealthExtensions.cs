using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace YouthPlatform.ServiceDefaults.Health;

/// <summary><c>/alive</c>: the process answers. <c>/health</c>: it and what it depends on can do their work.</summary>
internal static class HealthExtensions
{
    private const string Live = "live";

    public static void AddPlatformHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [Live]);

    public static void AddDatabaseHealth(this WebApplicationBuilder builder, string service)
    {
        if (builder.Configuration.GetConnectionString(service) is { } connectionString)
        {
            builder.Services.AddHealthChecks().Add(new(
                "database",
                _ => new DatabaseHealth(connectionString),
                HealthStatus.Unhealthy,
                ["ready"],
                TimeSpan.FromSeconds(5)));
        }
    }

    public static void MapPlatformHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health", new() { ResponseWriter = WriteAsync }).AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/alive", new() { Predicate = check => check.Tags.Contains(Live), ResponseWriter = WriteAsync })
            .AllowAnonymous()
            .DisableRateLimiting();
    }

    /// <summary>States by name; no exception texts, since anybody may ask.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var answer = new
        {
            status = Name(report.Status),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = Name(entry.Value.Status), description = entry.Value.Description }),
        };
        return context.Response.WriteAsJsonAsync(answer, JsonSerializerOptions.Web, context.RequestAborted);
    }

    private static string Name(HealthStatus status) => status.ToString().ToLowerInvariant();
}
