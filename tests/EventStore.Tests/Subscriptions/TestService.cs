using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
#if USE_MARTEN
using YouthPlatform.EventStore.Marten;
#endif
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Tests.Subscriptions;

/// <summary>A process of a service, as far as its log is concerned; several may share a database.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly IHost _host;

    private TestService(IHost host) => _host = host;

    public IEventStore Store => Get<IEventStore>();

    public SubscriptionOperations Operations => Get<SubscriptionOperations>();

    public NpgsqlDataSource Database => Get<NpgsqlDataSource>();

    public static async Task<TestService> StartAsync(
        string connectionString, Action<IServiceCollection> register, EventTypes? types = null, Action<PostgresEventStoreOptions>? store = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        void Configure(PostgresEventStoreOptions options)
        {
            options.ConnectionString = connectionString;
            options.Types = types ?? Ticks.Types;
            store?.Invoke(options);
        }

#if USE_MARTEN
        builder.Services.AddMartenEventStore(Configure);
#else
        builder.Services.AddPostgresEventStore(Configure);
#endif
        register(builder.Services);
        builder.Services.Configure<SubscriptionOptions>(options =>
        {
            options.Backoff = TimeSpan.FromMilliseconds(10);
            options.MaxBackoff = TimeSpan.FromMilliseconds(100);
            options.PollInterval = TimeSpan.FromMilliseconds(200);
            options.StandbyInterval = TimeSpan.FromMilliseconds(200);
        });
        var service = new TestService(builder.Build());
        await service._host.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(await reader.GetFieldValueAsync<T>(0));
        }

        return rows;
    }

    public async Task<SubscriptionStatus?> StatusAsync(string name) =>
        (await Operations.ListAsync(TestContext.Current.CancellationToken)).SingleOrDefault(s => s.Name == name);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
