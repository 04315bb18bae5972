using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.GraduateTracking.Accounts;
using YouthPlatform.GraduateTracking.Assignments;
using YouthPlatform.GraduateTracking.Assistances;
using YouthPlatform.GraduateTracking.Camps;
using YouthPlatform.GraduateTracking.Destinations;
using YouthPlatform.GraduateTracking.Disclosures;
using YouthPlatform.GraduateTracking.Duplicates;
using YouthPlatform.GraduateTracking.Erasures;
using YouthPlatform.GraduateTracking.Intakes;
using YouthPlatform.GraduateTracking.JobSearchAllowances;
using YouthPlatform.GraduateTracking.KeyRotation;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Pairings;
using YouthPlatform.GraduateTracking.Paying;
using YouthPlatform.GraduateTracking.RightsCases;
using YouthPlatform.GraduateTracking.RightsInspections;
using YouthPlatform.GraduateTracking.Plans;
using YouthPlatform.GraduateTracking.ServiceRecords;
using YouthPlatform.GraduateTracking.Subsidies;
using YouthPlatform.GraduateTracking.WelfarePosts;
using YouthPlatform.Imports.Progress;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.GraduateTracking;

/// <summary>All parts of the service.</summary>
internal static class TrackingAreas
{
    public const string Service = "graduatetracking";

    public static IReadOnlyList<TrackingArea> All { get; } =
    [
        new LedgerArea(),
        new IntakeArea(),
        new DuplicateArea(),
        new AssignmentArea(),
        new AccountArea(),
        new ErasureArea(),
        new KeyArea(),
        new DisclosureArea(),
        new AssistanceArea(),
        new PairingArea(),
        new AllowanceArea(),
        new DestinationArea(),
        new PlanArea(),
        new WelfarePostArea(),
        new CampArea(),
        new PayingArea(),
        new SubsidyArea(),
        new ServiceRecordArea(),
        new RightsCaseArea(),
        new RightsInspectionArea(),
    ];

    /// <summary>Stored names of the service's events.</summary>
    public static EventTypes EventTypes
    {
        get
        {
            var types = new EventTypes().AddImports(Service);
            foreach (var area in All)
            {
                area.AddEvents(types);
            }

            return types;
        }
    }

    public static IReadOnlyList<IProjection> Projections => [new ImportProjection(), .. All.SelectMany(area => area.Projections)];

    public static IServiceCollection AddAreas(this IServiceCollection services)
    {
        foreach (var area in All)
        {
            area.AddServices(services);
            foreach (var constraint in area.Uniqueness)
            {
                services.AddSingleton(constraint);
            }
        }

        return services;
    }

    public static void ConsumeAll(this ServiceMessaging messaging)
    {
        foreach (var area in All)
        {
            area.AddConsumers(messaging);
        }
    }

    public static void MapAreas(this IEndpointRouteBuilder routes)
    {
        foreach (var area in All)
        {
            area.MapRoutes(routes);
        }
    }
}

/// <summary>What the rest of the platform learns: what each area says of its events.</summary>
internal sealed class PublicTranslator : IPublicTranslator
{
    public IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => TrackingAreas.All.SelectMany(area => area.Translate(recorded));
}
