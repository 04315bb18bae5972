using YouthPlatform.EventStore;

namespace YouthPlatform.GraduateTracking.Duplicates;

/// <summary>Entries that may be of one person.</summary>
internal sealed class DuplicateArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new DuplicateTable()];

    public override void AddEvents(EventTypes types) => types
        .Add<DuplicateEvent.LikelyDuplicateFound>("graduatetracking.likely_duplicate_found.v1")
        .Add<DuplicateEvent.DuplicateConfirmed>("graduatetracking.duplicate_confirmed.v1")
        .Add<DuplicateEvent.DuplicateDismissed>("graduatetracking.duplicate_dismissed.v1")
        .Add<DuplicateEvent.DuplicateUndone>("graduatetracking.duplicate_undone.v1");

    public override void AddServices(IServiceCollection services) => services.AddSingleton<LikelyDuplicates>();

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapDuplicates();
}
