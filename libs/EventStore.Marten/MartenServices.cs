using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
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
    public static IServiceCollection AddMartenEventStore(this IServiceCollection services, Action<PostgresEventStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ =>
        {
            var options = new PostgresEventStoreOptions();
            configure(options);
            return options;
        });
        services.TryAddSingleton(provider => EventLogDataSource.Create(provider.GetRequiredService<PostgresEventStoreOptions>().ConnectionString));
        services.AddSingleton<MartenEventStore>();
        services.AddSingleton<IEventStore>(provider => provider.GetRequiredService<MartenEventStore>());
        services.AddSingleton<IdempotencyStore>();
        services.AddHostedService<LogCreation>();
        return services;
    }

    private sealed class LogCreation(MartenEventStore store) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => store.CreateAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
