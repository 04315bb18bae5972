using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.LocalServers;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.ServiceDefaults.Messaging;
using MessageHeaders = YouthPlatform.ServiceDefaults.Messaging.MessageHeaders;

namespace YouthPlatform.Reporting.Bench;

/// <summary>Messages that wait in Reporting's queues, taken in as facts by one process: as many a second, by how many are handled at once.</summary>
/// <param name="postgres">The database server.</param>
/// <param name="broker">The broker.</param>
/// <param name="definitions">Forms and targets.</param>
internal sealed class MessageRun(PostgresServer postgres, RabbitMqServer broker, Definitions definitions)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private int _runs;

    /// <summary>Takes in the messages of a year and gives how long it took.</summary>
    /// <param name="messages">How many.</param>
    /// <param name="concurrency">How many of a queue are handled at once.</param>
    public async Task<TimeSpan> MeasureAsync(int messages, int concurrency)
    {
        var database = $"messages_{++_runs}";
        await postgres.EnsureDatabaseAsync(database);
        using (var declaring = await StartAsync(database, concurrency))
        {
            await ReadyAsync(declaring);
            await declaring.StopAsync();
        }

        await PublishAsync(messages);
        using var host = Build(database, concurrency);
        var store = host.Services.GetRequiredService<IEventStore>();
        var watch = Stopwatch.StartNew();
        await host.StartAsync();
        await UntilAsync(async () => await store.GetHeadPositionAsync(CancellationToken.None) >= messages);

        watch.Stop();
        await host.StopAsync();
        return watch.Elapsed;
    }

    private async Task<IHost> StartAsync(string database, int concurrency)
    {
        var host = Build(database, concurrency);
        await host.StartAsync();
        return host;
    }

    private IHost Build(string database, int concurrency)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            [new("ConnectionStrings:messaging", broker.ConnectionString()), new("Messaging:Concurrency", $"{concurrency}")]);
        builder.Services.AddPostgresEventStore(options =>
        {
            options.ConnectionString = postgres.ConnectionString(database);
            options.Types = StoredEvents.Types;
            options.InlineProjections.Add(new FormProjection());
            options.InlineProjections.Add(new IndicatorProjection(definitions.Engine));
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddServiceMessaging("reporting", messaging => messaging.ConsumeFacts());
        return builder.Build();
    }

    private static async Task ReadyAsync(IHost host)
    {
        var checks = host.Services.GetRequiredService<HealthCheckService>();
        await UntilAsync(async () => (await checks.CheckHealthAsync()).Status == HealthStatus.Healthy);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var began = Stopwatch.GetTimestamp(); !await condition(); await Task.Delay(Pause))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException("The messages were not taken in.");
            }
        }
    }

    private async Task PublishAsync(int messages)
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(new Uri(broker.ConnectionString())));
        await bus.StartAsync();
        var year = new RandomYear(definitions.Policy.Regions, messages);
        await Parallel.ForEachAsync(Enumerable.Range(0, messages), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, cancelled) =>
        {
            var contract = year.Contract(number);
            await bus.Publish(contract, contract.GetType(), context =>
            {
                context.MessageId = DerivedId.Create(DerivedId.UrlNamespace, $"message-{number}");
                context.Headers.Set(MessageHeaders.Sequence, (long)number + 1);
                context.Headers.Set(MessageHeaders.Region, "430100");
                context.Headers.Set(MessageHeaders.Subject, $"subject-{number / 3}");
                context.Headers.Set(MessageHeaders.Time, "2023-11-01T00:00:00.000000Z");
            }, cancelled);
        });
        await bus.StopAsync();
    }
}
