using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using YouthPlatform.EventStore;
#if USE_MARTEN
using YouthPlatform.EventStore.Marten;
#endif
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.ServiceDefaults.Events;

/// <summary>Gives a service its event log.</summary>
public static class EventStoreExtensions
{
    /// <summary>Registers the event store on the service's own database: the default one, or Marten in a build with UseMarten.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">Lower-case name of the service, which is that of its connection string.</param>
    /// <param name="types">The service's events by stored name.</param>
    /// <param name="inline">Projections whose rows commit with the events.</param>
    /// <exception cref="InvalidOperationException">The connection string is not configured.</exception>
    public static WebApplicationBuilder AddEventStore(
        this WebApplicationBuilder builder, string service, EventTypes types, params IReadOnlyList<IProjection> inline)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(inline);
        var connectionString = builder.Configuration.GetConnectionString(service)
            ?? throw new InvalidOperationException($"ConnectionStrings:{service} is not configured.");
        void Configure(PostgresEventStoreOptions options)
        {
            options.ConnectionString = connectionString;
            options.Types = types;
            options.AnswersKeptFor = builder.Configuration.GetValue("EventLog:AnswersKeptFor", options.AnswersKeptFor);
            options.MessagesKeptFor = builder.Configuration.GetValue("EventLog:MessagesKeptFor", options.MessagesKeptFor);
            foreach (var projection in inline)
            {
                options.InlineProjections.Add(projection);
            }
        }

#if USE_MARTEN
        builder.Services.AddMartenEventStore(Configure);
#else
        builder.Services.AddPostgresEventStore(Configure);
#endif
        return builder;
    }
}
