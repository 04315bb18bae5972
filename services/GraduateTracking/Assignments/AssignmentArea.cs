using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.LedgerEntries;

namespace YouthPlatform.GraduateTracking.Assignments;

/// <summary>Which county and which officer answers for an entry.</summary>
internal sealed class AssignmentArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new CoverTable()];

    public override void AddEvents(EventTypes types) => types
        .Add<CoverEvent.CoverArranged>("graduatetracking.officer_cover_arranged.v1")
        .Add<CoverEvent.CoverEnded>("graduatetracking.officer_cover_ended.v1");

    public override void AddServices(IServiceCollection services) => services.AddSingleton<OfficerQueries>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapTransfers();
        routes.MapOfficers();
    }
}
