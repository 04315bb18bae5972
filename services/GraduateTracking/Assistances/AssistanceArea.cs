global using AssistanceAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.Assistances.Assistance,
    YouthPlatform.GraduateTracking.Assistances.AssistanceState,
    YouthPlatform.GraduateTracking.Assistances.AssistanceCommand,
    YouthPlatform.GraduateTracking.Assistances.AssistanceEvent>;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using static YouthPlatform.GraduateTracking.Assistances.AssistanceEvent;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.Assistances;

/// <summary>Services to who wants work or wants to start up.</summary>
internal sealed class AssistanceArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new AssistanceTable()];

    public override void AddEvents(EventTypes types) => types
        .Add<ServiceRendered>("graduatetracking.service_rendered.v1")
        .Add<ServiceWithdrawn>("graduatetracking.service_withdrawn.v1");

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapAssistance();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        ServiceRendered e => Translate(e).Select(contract => new PublicEventDraft(contract, e.Region, Assistance.StreamOf(e.PersonId))),
        ServiceWithdrawn e =>
        [
            new(
                new Public.ServiceWithdrawn(e.ServiceId, e.PersonId, e.Region, e.Kind, Names.Of(e.Group), e.WithdrawnOn),
                e.Region,
                Assistance.StreamOf(e.PersonId)),
        ],
        _ => [],
    };

    private static IEnumerable<object> Translate(ServiceRendered e)
    {
        var service = e.Service;
        yield return new Public.ServiceRendered(
            service.ServiceId, e.PersonId, e.Region, service.Kind, Names.Of(service.Group), service.RenderedOn);
        if (e.LongTermUnemployment.Passed)
        {
            yield return new Public.LongTermUnemployedHelped(e.PersonId, e.Region, service.Kind, service.RenderedOn);
        }
    }
}
