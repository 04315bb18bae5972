using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Drift;

/// <summary>Routes of the drift check, for those who run the service.</summary>
internal static class DriftEndpoints
{
    private const int Kept = 30;

    public static IServiceCollection AddDriftChecks(this IServiceCollection services) => services
        .AddSingleton(DriftCheck.Schema).AddSingleton<DriftMetrics>().AddSingleton<DriftCheck>().AddHostedService<NightlyDrift>();

    public static IEndpointRouteBuilder MapDrift(this IEndpointRouteBuilder routes)
    {
        var drift = routes.MapV1("operations/drift");
        drift.MapGet("", (DriftCheck check, CancellationToken cancellationToken) => check.ListAsync(Kept, cancellationToken))
            .RequireRoles(Roles.Ops, Roles.Auditor)
            .WithName("ListDriftChecks").WithSummary("The last comparisons of all derived tables with the log, newest first");
        drift.MapPost("", (DriftCheck check, Caller caller, CancellationToken cancellationToken) => check.RunAsync(caller.Subject, cancellationToken))
            .RequireRoles(Roles.Ops)
            .WithName("CheckDrift").WithSummary("Compare all derived tables with the log now; answers when that is done. Safe to repeat.");
        return routes;
    }
}
