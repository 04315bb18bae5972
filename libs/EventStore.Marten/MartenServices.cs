using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.EventStore.Marten;

/// <summary>Registers the event log of a service on Marten.</summary>
public static class MartenServices
{
    /// <summary>
    /// Registers what <see cref="ServiceCollectionExtensions.AddPostgresEventStore"/> does, with <see cref="MartenEventStore"/> as the
    /// <see cref="IEventStore"/>. The tables are created before other hosted services start.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets at least the connection string and the event types.</param>
    public static IServiceCollection AddMartenEventStore(this IServiceCollection services, Action<PostgresEventStoreOptions> configure) =>
        services.AddEventLog<MartenEventStore>(configure, (store, cancellationToken) => store.CreateAsync(cancellationToken));
}
