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
    public static IServiceCollection AddPostgresEventStore(this IServiceCollection services, Action<PostgresEventStoreOptions> configure) =>
        services.AddEventLog<PostgresEventStore>(configure, (store, cancellationToken) => store.CreateAsync(cancellationToken));

    /// <summary>Registers a store with what every adapter has beside it.</summary>
    /// <typeparam name="TStore">The adapter.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets at least the connection string and the event types.</param>
    /// <param name="create">Creates the tables, before other hosted services start.</param>
    internal static IServiceCollection AddEventLog<TStore>(
        this IServiceCollection services, Action<PostgresEventStoreOptions> configure, Func<TStore, CancellationToken, Task> create)
        where TStore : class, IEventStore
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ =>
        {
            var options = new PostgresEventStoreOptions();
            configure(options);
            options.Check();
            return options;
        });
        services.TryAddSingleton(provider => EventLogDataSource.Create(provider.GetRequiredService<PostgresEventStoreOptions>().ConnectionString));
        services.AddSingleton<TStore>();
        services.AddSingleton<IEventStore>(provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<IdempotencyStore>();
        services.AddHostedService(provider => new LogCreation(token => create(provider.GetRequiredService<TStore>(), token)));
        services.AddHostedService<LogPruning>();
        return services;
    }

    private sealed class LogCreation(Func<CancellationToken, Task> create) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => create(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
