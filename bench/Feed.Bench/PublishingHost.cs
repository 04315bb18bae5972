using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults;
using YouthPlatform.ServiceDefaults.Events;
using YouthPlatform.ServiceDefaults.Feeds;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.Feed.Bench;

/// <summary>A service as the platform's are, with its log, publisher, relay and feed, over real sockets.</summary>
internal sealed class PublishingHost : IAsyncDisposable
{
    private const string Service = "latency";

    private readonly WebApplication _app;

    private PublishingHost(WebApplication app) => _app = app;

    internal IEventStore Store => _app.Services.GetRequiredService<IEventStore>();

    /// <summary>How many events the feed holds.</summary>
    internal Task<long> PublishedAsync() => _app.Services.GetRequiredService<PublicLogReader>().GetHeadPositionAsync(CancellationToken.None);

    internal Uri Address => new(_app.Urls.Single());

    internal static async Task<PublishingHost> StartAsync(string database, string broker)
    {
        await DeclareQueueAsync(broker);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new($"ConnectionStrings:{Service}", database),
            new("ConnectionStrings:messaging", broker),
            new("Authentication:Authority", Tokens.Issuer),
        ]);
        builder.AddServiceDefaults(Service);
        Tokens.Accept(builder.Services);
        builder.AddEventStore(Service, new EventTypes().Add<Reported>("latency.reported.v1"));
        builder.Services.AddPublicLog(Service, typeof(HoursReported).Assembly).AddPublicTranslator<HoursTranslator>();
        builder.AddServiceMessaging(Service, messaging => messaging.PublishPublicLog());
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapFeed();
        await app.StartAsync();
        return new PublishingHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Somebody has to receive what is published: a confirm then waits until a quorum queue has it on disk.</summary>
    private static async Task DeclareQueueAsync(string broker)
    {
        const string Exchange = "YouthPlatform.Feed.Bench:HoursReported";
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Fanout, durable: true);
        await channel.QueueDeclareAsync(
            "latency-readers", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.QueueBindAsync("latency-readers", Exchange, string.Empty);
    }
}
