using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Registers the event log of a service.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IEventStore"/>, <see cref="PostgresEventStore"/>, <see cref="IdempotencyStore"/>, the
    /// <see cref="NpgsqlDataSource"/> and the options. The tables are created before other hosted services start.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets at least the connection string and the event types.</param>
    public static IServiceCollection AddPostgresEventStore(this IServiceCollection services, Action<PostgresEventStoreOptions> configure)
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
        services.AddSingleton<PostgresEventStore>();
        services.AddSingleton<IEventStore>(provider => provider.GetRequiredService<PostgresEventStore>());
        services.AddSingleton<IdempotencyStore>();
        services.AddHostedService<LogCreation>();
        return services;
    }

    private sealed class LogCreation(PostgresEventStore store) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => store.CreateAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
