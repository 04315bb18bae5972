using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>Registers what brings the feed to its subscribers.</summary>
internal static class SubscriberServices
{
    public static void AddFeedSubscribers(this IServiceCollection services)
    {
        services.AddOptions<SubscriberOptions>().BindConfiguration("Feeds:Subscribers");
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SubscriberOptions>>().Value);
        services.AddSingleton(new SchemaPart("feed-subscribers", SubscriberSchema.Sql));
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<SubscriberTable>();
        services.AddSingleton<AttemptLog>();
        services.AddSingleton<Deliveries>();
        services.AddHostedService<SubscriberRunners>();
    }
}
