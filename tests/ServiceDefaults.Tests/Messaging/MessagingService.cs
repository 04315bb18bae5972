using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.ServiceDefaults.Tests.Messaging;

/// <summary>A service with a log and a connection to the broker.</summary>
internal sealed class MessagingService : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly IHost _host;

    private MessagingService(IHost host) => _host = host;

    public IEventStore Store => Get<IEventStore>();

    public static Task<MessagingService> StartPublisherAsync(string database, string broker) => StartAsync(
        database,
        broker,
        builder =>
        {
            builder.Services.AddPublicLog("numbers", typeof(NumberDrawn).Assembly);
            builder.Services.AddPublicTranslator<DrawTranslator>();
            builder.AddServiceMessaging("numbers", messaging => messaging.PublishPublicLog());
        });

    /// <summary>A consumer whose queues exist: what is published before does not reach it.</summary>
    public static async Task<MessagingService> StartConsumerAsync(string database, string broker, ConsumerControl control, int concurrency = 1)
    {
        var consumer = await StartAsync(database, broker, builder =>
        {
            builder.Services.AddSingleton(control);
            builder.Services.Configure<MessagingOptions>(options =>
                options.Retries = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(50)]);
            builder.AddServiceMessaging(
                "counting", messaging => messaging.Consume<NumberDrawnConsumer>().Consume<PrizeWonConsumer>(), concurrency);
        });
        (await consumer.Get<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, Soon)).ShouldBe(BusHealthStatus.Healthy);
        return consumer;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public Task DrawAsync(int from, int count) => Store.AppendAsync(
        new Append([new StreamAppend($"draw-{from}", 0, [.. Enumerable.Range(from, count).Select(n => (object)new Drawn(n))])], new EventMetadata("tester")),
        TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<Counted>> CountedAsync() =>
        [.. (await Store.LoadAsync("sums", TestContext.Current.CancellationToken)).Events.Select(e => (Counted)e.Data)];

    public async Task<HealthStatus> HealthAsync(string check) =>
        (await Get<HealthCheckService>().CheckHealthAsync(c => c.Name == check, TestContext.Current.CancellationToken)).Entries[check].Status;

    public async Task<long> PositionAsync(string subscription) =>
        (await Get<SubscriptionOperations>().ListAsync(TestContext.Current.CancellationToken))
        .SingleOrDefault(status => status.Name == subscription)?.Position ?? 0;

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    private static async Task<MessagingService> StartAsync(string database, string broker, Action<IHostApplicationBuilder> register)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(
            [new("ConnectionStrings:messaging", broker), new("Messaging:ConfirmTimeout", "00:00:05"), new("Subscriptions:MaxBackoff", "00:00:00.200")]);
        builder.Services.AddPostgresEventStore(options =>
        {
            options.ConnectionString = database;
            options.Types = new EventTypes().Add<Drawn>("numbers.drawn.v1").Add<Counted>("counting.counted.v1");
        });
        register(builder);
        var service = new MessagingService(builder.Build());
        await service._host.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }
}
