using YouthPlatform.EventStore;

namespace YouthPlatform.GraduateTracking.Erasures;

/// <summary>The ends of entries and of personal data.</summary>
internal sealed class ErasureArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new ErasureTable()];

    public override void AddEvents(EventTypes types) => types
        .Add<ErasureEvent.ErasureRequested>("graduatetracking.erasure_requested.v1")
        .Add<ErasureEvent.ErasureRefused>("graduatetracking.erasure_refused.v1")
        .Add<ErasureEvent.ErasureCarriedOut>("graduatetracking.erasure_carried_out.v1");

    public override void AddServices(IServiceCollection services) =>
        services.AddSingleton<ErasureDesk>().AddSingleton<Retention>().AddHostedService<RetentionWorker>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapErasures();
        routes.MapRetention();
    }
}
