global using DestinationAggregate = YouthPlatform.EventStore.Aggregate<
    YouthPlatform.GraduateTracking.Destinations.Destination,
    YouthPlatform.GraduateTracking.Destinations.DestinationState,
    YouthPlatform.GraduateTracking.Destinations.DestinationCommand,
    YouthPlatform.GraduateTracking.Destinations.DestinationEvent>;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using Public = YouthPlatform.Contracts.GraduateTracking;

namespace YouthPlatform.GraduateTracking.Destinations;

/// <summary>Where graduates went. With whom it was shared, and why it is disputed, is nobody else's business.</summary>
internal sealed class DestinationArea : TrackingArea
{
    public override IReadOnlyList<IProjection> Projections { get; } = [new DestinationTable()];

    public override void AddEvents(EventTypes types) => types
        .Add<DestinationRegistered>("graduatetracking.destination_registered.v1")
        .Add<DestinationVerified>("graduatetracking.destination_verified.v1")
        .Add<DestinationDisputed>("graduatetracking.destination_disputed.v1")
        .Add<DestinationShared>("graduatetracking.destination_shared.v1");

    public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapDestinations();

    public override IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => recorded.Data switch
    {
        DestinationRegistered { File: var file } =>
            [Draft(new Public.DestinationRegistered(file.DestinationId, file.PersonId, file.Region, file.Code, file.From, file.RegisteredOn), file)],
        DestinationVerified e =>
            [Draft(new Public.DestinationVerified(e.File.DestinationId, e.File.PersonId, e.File.Region, e.File.Code, e.Verification.Source, e.File.From, e.Verification.On), e.File)],
        DestinationDisputed e => [Draft(new Public.DestinationDisputed(e.File.DestinationId, e.File.PersonId, e.File.Region, e.File.Code, e.DisputedOn), e.File)],
        _ => [],
    };

    private static PublicEventDraft Draft(object contract, DestinationFile file) => new(contract, file.Region, Destination.StreamOf(file.PersonId));
}
