using YouthPlatform.Imports;
using YouthPlatform.Imports.Http;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.GraduateTracking.RosterImports;

/// <summary>The education department's rosters.</summary>
internal sealed class RosterArea : TrackingArea
{
    public override void AddServices(IServiceCollection services) => services.AddImports<RosterKind>();

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapImports<RosterKind>(
        "roster-imports", "Roster", "Takes in a roster; sent again, it goes on where it stopped", Roles.Education);
}
