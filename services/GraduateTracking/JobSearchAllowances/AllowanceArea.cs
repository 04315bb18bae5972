global using AllowanceAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.JobSearchAllowances.Allowance,
    YouthPlatform.GraduateTracking.JobSearchAllowances.AllowanceState,
    YouthPlatform.GraduateTracking.JobSearchAllowances.AllowanceCommand,
    YouthPlatform.GraduateTracking.JobSearchAllowances.AllowanceEvent>;
using YouthPlatform.EventStore;

namespace YouthPlatform.GraduateTracking.JobSearchAllowances;

/// <summary>The one-off job-search allowance; others learn of it when it is paid.</summary>
internal sealed class AllowanceArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new AllowanceTable()];

    public override void AddEvents(EventTypes types) => types
        .Add<AllowanceApplied>("graduatetracking.job_search_allowance_applied.v1")
        .Add<AllowanceApproved>("graduatetracking.job_search_allowance_approved.v1")
        .Add<AllowanceRejected>("graduatetracking.job_search_allowance_rejected.v1");

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapAllowances();
}
