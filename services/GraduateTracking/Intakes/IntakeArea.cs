using YouthPlatform.EventStore;
using YouthPlatform.Imports;
using YouthPlatform.Imports.Http;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>How people come into the ledger.</summary>
internal sealed class IntakeArea : TrackingArea
{
    public override void AddEvents(EventTypes types) => types.Add<PersonTakenIn>("graduatetracking.person_taken_in.v1");

    public override void AddServices(IServiceCollection services) =>
        services.AddSingleton<IntakeBook>().AddImports<RosterKind>().AddImports<RegisterKind>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapImports<RosterKind>("roster-imports", "Roster", "Takes in a roster; sent again, it goes on where it stopped", Roles.Education);
        routes.MapImports<RegisterKind>(
            "unemployment-register-imports", "UnemploymentRegister", "Takes in the unemployment register; sent again with more in it, adds what is new", Roles.Clerk);
        routes.MapIntakes();
    }
}
