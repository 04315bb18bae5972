using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Rebuild;

namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>Registers what follows a log.</summary>
public static class SubscriptionServices
{
    /// <summary>Registers a subscription to the service's own log.</summary>
    /// <typeparam name="TSubscription">The subscription; made by the container, one for the process.</typeparam>
    public static IServiceCollection AddSubscription<TSubscription>(this IServiceCollection services)
        where TSubscription : class, ISubscription<RecordedEvent> =>
        services.AddRunner<TSubscription, RecordedEvent>();

    /// <summary>Registers a subscription to the service's public log; <see cref="PublicLogServices.AddPublicLog"/> goes with it.</summary>
    /// <typeparam name="TSubscription">The subscription; made by the container, one for the process.</typeparam>
    public static IServiceCollection AddPublicSubscription<TSubscription>(this IServiceCollection services)
        where TSubscription : class, ISubscription<PublicEvent> =>
        services.AddRunner<TSubscription, PublicEvent>();

    /// <summary>Registers a projection that follows the log; its tables are created at start.</summary>
    /// <typeparam name="TProjection">The projection; made by the container, one for the process.</typeparam>
    public static IServiceCollection AddProjection<TProjection>(this IServiceCollection services)
        where TProjection : class, IProjection
    {
        services.AddSubscriptionCore();
        services.TryAddSingleton<TProjection>();
        services.AddSingleton(provider => new RegisteredProjection(provider.GetRequiredService<TProjection>(), IsInline: false));
        services.AddSingleton(provider => SchemaPart.Of(provider.GetRequiredService<TProjection>()));
        services.AddSingleton<IHostedService>(provider => Runner<RecordedEvent>(
            provider, new ProjectionSubscription(provider.GetRequiredService<TProjection>())));
        services.AddSingleton(provider => Registered<RecordedEvent>(
            provider, new ProjectionSubscription(provider.GetRequiredService<TProjection>())));
        return services;
    }

    /// <summary>A runner for a subscription that is not known before the process runs; whoever asks for it starts and stops it.</summary>
    /// <param name="provider">The container; subscriptions to that log have to be registered.</param>
    /// <param name="subscription">The subscription.</param>
    public static IHostedService CreateRunner<TEvent>(this IServiceProvider provider, ISubscription<TEvent> subscription)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(subscription);
        return Runner(provider, subscription);
    }

    internal static IServiceCollection AddSubscriptionCore(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(SubscriptionOperations)))
        {
            return services;
        }

        services.AddMetrics();
        services.AddOptions<SubscriptionOptions>().BindConfiguration("Subscriptions");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISubscriptionSource<RecordedEvent>, EventLogSource>();
        services.AddSingleton(new SchemaPart("subscriptions", SubscriptionSchema.Sql));
        services.AddSingleton<SubscriptionMetrics>();
        services.AddSingleton<SubscriptionOperations>();
        services.AddSingleton(CreateRebuilder);
        services.AddHostedService<DueRebuild>();
        services.AddSingleton<LogSignal>();
        services.AddHostedService(provider => provider.GetRequiredService<LogSignal>());
        services.AddHealthChecks().AddCheck<SubscriptionHealthCheck>("subscriptions", HealthStatus.Degraded, ["ready"]);
        return services;
    }

    private static ProjectionRebuilder CreateRebuilder(IServiceProvider provider) => new(
        provider.GetRequiredService<NpgsqlDataSource>(),
        provider.GetRequiredService<IEventStore>(),
        [
            .. provider.GetServices<RegisteredProjection>(),
            .. (provider.GetService<PostgresEventStoreOptions>()?.InlineProjections ?? [])
                .Select(projection => new RegisteredProjection(projection, IsInline: true)),
        ]);

    private static IServiceCollection AddRunner<TSubscription, TEvent>(this IServiceCollection services)
        where TSubscription : class, ISubscription<TEvent>
    {
        services.AddSubscriptionCore();
        services.TryAddSingleton<TSubscription>();
        services.AddSingleton<IHostedService>(provider => Runner(provider, provider.GetRequiredService<TSubscription>()));
        services.AddSingleton(provider => Registered(provider, provider.GetRequiredService<TSubscription>()));
        return services;
    }

    private static SubscriptionRunner<TEvent> Runner<TEvent>(IServiceProvider provider, ISubscription<TEvent> subscription) => new(
        subscription,
        provider.GetRequiredService<ISubscriptionSource<TEvent>>(),
        provider.GetRequiredService<NpgsqlDataSource>(),
        provider.GetRequiredService<LogSignal>(),
        provider.GetRequiredService<SubscriptionMetrics>(),
        provider.GetRequiredService<IOptions<SubscriptionOptions>>().Value,
        provider.GetRequiredService<ILogger<SubscriptionRunner<TEvent>>>());

    private static RegisteredSubscription Registered<TEvent>(IServiceProvider provider, ISubscription<TEvent> subscription) => new(
        subscription.Name,
        subscription.IsExternal,
        provider.GetRequiredService<ISubscriptionSource<TEvent>>().GetHeadPositionAsync);
}
