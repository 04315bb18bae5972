using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.PublicLog;

/// <summary>Registers a service's public log.</summary>
public static class PublicLogServices
{
    /// <summary>Publishes to the service's public log what its translators make of its events, and lets it be read.</summary>
    /// <param name="services">The container.</param>
    /// <param name="service">Lower-case name of the service; ids of public events derive from it, so it never changes.</param>
    /// <param name="contracts">The assembly of the service's contracts.</param>
    public static IServiceCollection AddPublicLog(this IServiceCollection services, string service, Assembly contracts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        services.AddSingleton(new PublicLogIdentity(service));
        services.AddSingleton(new PublicEventTypes(contracts));
        services.AddSingleton(new SchemaPart("public-log", PublicLogSchema.Sql));
        services.AddSingleton<PublicLogReader>();
        services.AddSingleton<PublicLogSignal>();
        services.AddSingleton<ISubscriptionSource<PublicEvent>, PublicLogSource>();
        return services.AddSubscription<PublicPublisher>();
    }

    /// <summary>Keeps a <see cref="CombinedLog"/> in the service's database.</summary>
    /// <param name="services">The container; the service's own public log is registered too.</param>
    public static IServiceCollection AddCombinedLog(this IServiceCollection services) =>
        services.AddSingleton(new SchemaPart("combined-log", CombinedLogSchema.Sql)).AddSingleton<CombinedLog>();

    /// <summary>Adds a translator; several are asked in the order of their registration.</summary>
    /// <typeparam name="TTranslator">The translator.</typeparam>
    public static IServiceCollection AddPublicTranslator<TTranslator>(this IServiceCollection services)
        where TTranslator : class, IPublicTranslator =>
        services.AddSingleton<IPublicTranslator, TTranslator>();
}
