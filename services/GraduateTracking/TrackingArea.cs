using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.GraduateTracking;

/// <summary>
/// A part of the service that stands on its own: its stored events, tables, services, consumers, routes, and what others learn of it.
/// <see cref="TrackingAreas"/> lists them; nothing else needs to know of one.
/// </summary>
internal abstract class TrackingArea
{
    /// <summary>Projections whose rows commit with the events.</summary>
    public virtual IReadOnlyList<IProjection> Projections => [];

    /// <summary>What the unique constraints of the projections mean as rules.</summary>
    public virtual IReadOnlyList<UniqueConstraint> Uniqueness => [];

    /// <summary>Names the events that are stored.</summary>
    public virtual void AddEvents(EventTypes types)
    {
    }

    public virtual void AddServices(IServiceCollection services)
    {
    }

    public virtual void AddConsumers(ServiceMessaging messaging)
    {
    }

    public virtual void MapRoutes(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>What the others learn of an event: ids and codes, never who it is.</summary>
    public virtual IEnumerable<PublicEventDraft> Translate(RecordedEvent recorded) => [];
}
