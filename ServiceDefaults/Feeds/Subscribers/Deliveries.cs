using Microsoft.Extensions.Configuration;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>Makes the delivery that a subscriber asked for.</summary>
internal sealed class Deliveries(WebhookClient client, WebhookSecrets secrets, ServiceIdentity service, IConfiguration configuration)
{
    public IDelivery To(Subscriber subscriber) => subscriber.Kind switch
    {
        SubscriberKind.Webhook => new WebhookDelivery(subscriber, client, secrets, service.Source),
        SubscriberKind.Queue => new QueueDelivery(
            configuration.GetConnectionString(MessagingExtensions.ConnectionName) ?? string.Empty, subscriber.Name, service),
        _ => throw new InvalidOperationException($"There is no delivery of the kind {subscriber.Kind}."),
    };
}
