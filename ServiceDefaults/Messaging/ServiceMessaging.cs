using System.Reflection;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using YouthPlatform.Contracts.Abstractions;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Feeds.Amqp;
using YouthPlatform.ServiceDefaults.Feeds.Subscribers;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>What a service sends and receives.</summary>
public sealed class ServiceMessaging
{
    private readonly string _service;
    private readonly IServiceCollection _services;
    private readonly HashSet<string> _queues = new(StringComparer.Ordinal);

    internal ServiceMessaging(string service, IServiceCollection services, IBusRegistrationConfigurator bus)
    {
        _service = service;
        _services = services;
        Bus = bus;
    }

    /// <summary>MassTransit's own registration, for what is not wired here.</summary>
    public IBusRegistrationConfigurator Bus { get; }

    internal IReadOnlySet<string> Queues => _queues;

    /// <summary>Publishes the service's public log to the broker, as messages and as a stream, and brings it to the feed's subscribers.</summary>
    public ServiceMessaging PublishPublicLog()
    {
        _services.AddPublicSubscription<PublicLogRelay>();
        _services.AddPublicSubscription<StreamRelay>();
        _services.AddFeedSubscribers();
        return this;
    }

    /// <summary>
    /// Consumes a contract. All contracts of one publisher come through one queue, <c>{service}-{publisher}</c>, in the
    /// publisher's order.
    /// </summary>
    /// <typeparam name="TConsumer">An <see cref="InboxConsumer{TContract}"/>.</typeparam>
    /// <exception cref="ArgumentException">It consumes no public contract.</exception>
    public ServiceMessaging Consume<TConsumer>()
        where TConsumer : class, IConsumer
    {
        var queue = $"{_service}-{PublisherOf(typeof(TConsumer))}";
        _queues.Add(queue);
        Bus.AddConsumer<TConsumer>().Endpoint(endpoint => endpoint.Name = queue);
        return this;
    }

    private static string PublisherOf(Type consumer)
    {
        var contract = consumer.GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
            .Select(type => type.GetGenericArguments()[0].GetCustomAttribute<PublicEventAttribute>())
            .SingleOrDefault(attribute => attribute is not null)
            ?? throw new ArgumentException($"{consumer} consumes no contract marked with {nameof(PublicEventAttribute)}.", nameof(consumer));
        return contract.Type.Split('.')[1].Replace('_', '-');
    }
}
