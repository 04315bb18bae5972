using YouthPlatform.EventStore;

namespace YouthPlatform.GraduateTracking.Disclosures;

/// <summary>Who was shown personal data, and what for.</summary>
internal sealed class DisclosureArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new DisclosureTable()];

    public override void AddEvents(EventTypes types) => types.Add<IdentityDisclosed>("graduatetracking.identity_disclosed.v1");

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapDisclosures();
}
