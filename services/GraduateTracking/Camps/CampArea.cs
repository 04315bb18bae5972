global using CampAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.Camps.Camp,
    YouthPlatform.GraduateTracking.Camps.CampState,
    YouthPlatform.GraduateTracking.Camps.CampCommand,
    YouthPlatform.GraduateTracking.Camps.CampEvent>;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.Camps;

/// <summary>Training camps for long-term unemployed youth.</summary>
internal sealed class CampArea : TrackingArea
{
    private const string TrainingCamp = "training_camp";

    public override IReadOnlyList<IProjection> Projections { get; } = [new CampTable()];

    public override void AddEvents(EventTypes types) => types
        .Add<CampPlanned>("graduatetracking.camp_planned.v1")
        .Add<CampJoined>("graduatetracking.camp_joined.v1")
        .Add<CampAttended>("graduatetracking.camp_attended.v1")
        .Add<CampCancelled>("graduatetracking.camp_cancelled.v1");

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapCamps();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        CampAttended e => [new(new Public.LongTermUnemployedHelped(e.PersonId, e.Region, TrainingCamp, e.AttendedOn), e.Region, Camp.StreamOf(e.CampId))],
        _ => [],
    };
}
