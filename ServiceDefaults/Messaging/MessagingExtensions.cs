using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using YouthPlatform.EventStore;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>Wires a service to the broker.</summary>
public static class MessagingExtensions
{
    /// <summary>Name of the broker's connection string, an amqp address.</summary>
    public const string ConnectionName = "messaging";

    private static readonly TimeSpan ConsumerStopTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Registers MassTransit on RabbitMQ: quorum queues, publisher confirms, retries, error queues. A broker that is down delays
    /// neither start nor requests; what is to be sent waits in the public log.
    /// </summary>
    /// <param name="builder">The host; reads <c>ConnectionStrings:messaging</c> and the section <c>Messaging</c>.</param>
    /// <param name="service">Lower-case name of the service; prefix of its queues.</param>
    /// <param name="configure">What the service sends and receives.</param>
    /// <param name="concurrency">
    /// Messages of one queue that are handled at once unless <c>Messaging:Concurrency</c> says otherwise. More than 1 is for handlers that do not depend on order.
    /// </param>
    public static IHostApplicationBuilder AddServiceMessaging(
        this IHostApplicationBuilder builder, string service, Action<ServiceMessaging> configure, int concurrency = 1)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        services.TryAddSingleton(new ServiceIdentity(service));
        services.AddOptions<MessagingOptions>().Configure(options => options.Concurrency = concurrency).BindConfiguration("Messaging");
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<MessagingOptions>>().Value);
        services.TryAddSingleton(provider => new InboxContext(
            provider.GetRequiredService<IEventStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<MessagingOptions>(),
            provider.GetRequiredService<ILogger<InboxContext>>()));
        services.TryAddSingleton(provider => new ErrorQueues(ConnectionString(provider)));
        services.Configure<MassTransitHostOptions>(host =>
        {
            // A handler that waits, for the database say, gives its message back to the queue.
            host.ConsumerStopTimeout = ConsumerStopTimeout;
            host.StopTimeout = StopTimeout;
        });
        services.AddSingleton<MessagingReadiness>();
        services.AddReceiveEndpointObserver(provider => provider.GetRequiredService<MessagingReadiness>());
        services.AddHealthChecks().AddCheck<MessagingReadiness>("queues", HealthStatus.Unhealthy, ["ready"]);
        services.AddMassTransit(bus =>
        {
            var messaging = new ServiceMessaging(service, services, bus);
            configure(messaging);
            services.AddSingleton(new MessagingQueues(messaging.Queues));
            bus.DisableUsageTelemetry();
            bus.ConfigureHealthCheckOptions(health =>
            {
                health.Name = "broker";
                health.MinimalFailureStatus = HealthStatus.Degraded;
            });
            bus.AddConfigureEndpointsCallback(ConfigureEndpoint);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(new Uri(ConnectionString(context)), host => host.PublisherConfirmation = true);
                rabbit.ConfigureEndpoints(context);
            });
        });
        return builder;
    }

    private static string ConnectionString(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>().GetConnectionString(ConnectionName)
        ?? throw new InvalidOperationException($"ConnectionStrings:{ConnectionName} is not set.");

    private static void ConfigureEndpoint(IRegistrationContext context, string name, IReceiveEndpointConfigurator endpoint)
    {
        var options = context.GetRequiredService<MessagingOptions>();
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.SetQuorumQueue();

            // Whatever the concurrency: a queue that was declared otherwise would have to be deleted to change it.
            rabbit.SingleActiveConsumer = true;
        }

        endpoint.PrefetchCount = options.Prefetch;
        endpoint.ConcurrentMessageLimit = options.Concurrency;
        if (options.Concurrency > 1)
        {
            endpoint.UsePartitioner(options.Concurrency, SubjectOf);
        }

        endpoint.UseMessageRetry(retry => retry.Intervals([.. options.Retries]));
    }

    private static string SubjectOf(ConsumeContext message) => message.Headers.Get<string>(MessageHeaders.Subject) ?? string.Empty;
}
