global using PlanAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.Plans.Plan,
    YouthPlatform.GraduateTracking.Plans.PlanState,
    YouthPlatform.GraduateTracking.Plans.PlanCommand,
    YouthPlatform.GraduateTracking.Plans.PlanEvent>;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.Plans;

/// <summary>Individual plans of hardship graduates.</summary>
internal sealed class PlanArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new PlanTable()];

    public override void AddEvents(EventTypes types) => types
        .Add<PlanDrawnUp>("graduatetracking.plan_drawn_up.v1")
        .Add<PlanRevised>("graduatetracking.plan_revised.v1")
        .Add<PlanStepDone>("graduatetracking.plan_step_done.v1")
        .Add<PlanEnded>("graduatetracking.plan_ended.v1");

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPlans();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        PlanDrawnUp e => [new(new Public.PlanDrawnUp(e.PersonId, e.Region, e.Revision, e.Steps.Count, e.DrawnUpOn), e.Region, Plan.StreamOf(e.PersonId))],
        _ => [],
    };
}
