using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.RightsCases;

/// <summary>Cases of graduates' rights and orders to rectify (H32 §二(十)23).</summary>
internal sealed class RightsCaseArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new RightsCaseTable()];

    public override void AddEvents(EventTypes types) => types
        .Add<RightsCaseOpened>("graduatetracking.rights_case_opened.v1")
        .Add<RightsCaseInvestigated>("graduatetracking.rights_case_investigated.v1")
        .Add<RightsCaseReturned>("graduatetracking.rights_case_returned.v1")
        .Add<RightsCaseConcluded>("graduatetracking.rights_case_concluded.v1")
        .Add<RectificationReported>("graduatetracking.rectification_reported.v1")
        .Add<RectificationRefused>("graduatetracking.rectification_refused.v1")
        .Add<RectificationConfirmed>("graduatetracking.rectification_confirmed.v1");

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapRightsCases();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        RightsCaseConcluded e =>
        [
            new(
                new Public.RightsCaseConcluded(
                    e.CaseId, e.Region.Value, e.Kind, Names.Of(e.Outcome), e.GraduatesConcerned, e.Order is not null, e.ConcludedOn),
                e.Region.Value,
                e.CaseId.ToString()),
        ],
        _ => [],
    };
}
