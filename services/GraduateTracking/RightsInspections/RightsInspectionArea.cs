using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.RightsInspections;

/// <summary>Random inspections of employers and agencies (H32 §二(十)23).</summary>
internal sealed class RightsInspectionArea : TrackingArea
{
    public override void AddEvents(EventTypes types) => types
        .Add<RightsInspectionAnnounced>("graduatetracking.rights_inspection_announced.v1")
        .Add<RightsInspectionDrawn>("graduatetracking.rights_inspection_drawn.v1")
        .Add<RightsInspectionResultRecorded>("graduatetracking.rights_inspection_result_recorded.v1")
        .Add<RightsInspectionPublished>("graduatetracking.rights_inspection_published.v1");

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapRightsInspections();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        RightsInspectionPublished e =>
        [
            new(
                new Public.RightsInspectionPublished(e.InspectionId, e.Region.Value, e.Period.ToString(), e.Inspected, e.WithFindings, e.PublishedOn),
                e.Region.Value,
                e.InspectionId.ToString()),
        ],
        _ => [],
    };
}
