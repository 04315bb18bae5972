using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Tests.Messaging;
using YouthPlatform.Testing;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds.Subscribers;

public sealed class StreamTests(PostgresFixture postgres, RabbitMqFixture rabbit) : IClassFixture<RabbitMqFixture>
{
    private const string Stream = "feeds.internships";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheStreamHoldsTheFeedEventByEvent()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var feed = await FeedUnderTest.StartAsync(await postgres.CreateDatabaseAsync(), broker);
        await feed.PublishAsync(1, 700);
        await RelayedAsync(feed, 700);
        await using var amqp = await Amqp.ConnectAsync(broker);
        var streamed = await amqp.ReadStreamAsync(Stream);
        streamed.Select(item => item.GetRawText()).ShouldBe((await feed.ReadAsync("events?limit=700")).Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task AfterACrashBeforeTheCheckpointNothingIsDoubled()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        var database = await postgres.CreateDatabaseAsync();
        await using (var feed = await FeedUnderTest.StartAsync(database, broker))
        {
            await feed.PublishAsync(1, 120);
            await RelayedAsync(feed, 120);
            await feed.Get<SubscriptionOperations>().RewindAsync("stream", 40, Cancelled);
        }

        await using var next = await FeedUnderTest.StartAsync(database, broker);
        await next.AppendAsync(new Broke(1, FeedUnderTest.Changsha));
        await RelayedAsync(next, 121);
        await ShouldHoldAsync(broker, 121);
    }

    [Fact]
    public async Task AStreamThatWasLostIsFilledAnew()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var link = new BrokerLink(broker);
        await using var feed = await FeedUnderTest.StartAsync(await postgres.CreateDatabaseAsync(), link.Address);
        await feed.PublishAsync(1, 60);
        await RelayedAsync(feed, 60);
        await link.CutAsync();
        await using (var amqp = await Amqp.ConnectAsync(broker))
        {
            await amqp.Channel.QueueDeleteAsync(Stream, ifUnused: false, ifEmpty: false, cancellationToken: Cancelled);
        }

        link.Mend();
        await feed.AppendAsync(new Broke(1, FeedUnderTest.Changsha));
        await RelayedAsync(feed, 61);
        await ShouldHoldAsync(broker, 61);
    }

    [Fact]
    public async Task BreaksOfTheConnectionLoseAndDoubleNothing()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var link = new BrokerLink(broker);
        await using var feed = await FeedUnderTest.StartAsync(await postgres.CreateDatabaseAsync(), link.Address);
        for (var round = 0; round < 3; round++)
        {
            await feed.AppendAsync([.. Enumerable.Range(1, 150).Select(number => (object)new Made((round * 1000) + number, FeedUnderTest.Changsha))]);
            await link.CutAsync();
            await feed.AppendAsync([.. Enumerable.Range(500, 50).Select(number => (object)new Made((round * 1000) + number, FeedUnderTest.Changsha))]);
            link.Mend();
        }

        await RelayedAsync(feed, 600);
        await ShouldHoldAsync(broker, 600);
    }

    private static Task RelayedAsync(FeedUnderTest feed, long position) => Eventually.BecomesAsync(
        async () => (await feed.Get<SubscriptionOperations>().ListAsync(Cancelled)).Any(status => status.Name == "stream" && status.Position >= position),
        Soon,
        $"the stream has {position} events");

    private static async Task ShouldHoldAsync(string broker, int count)
    {
        await using var amqp = await Amqp.ConnectAsync(broker);
        FeedUnderTest.Sequences(await amqp.ReadStreamAsync(Stream)).ShouldBe(Enumerable.Range(1, count).Select(position => (long)position));
    }
}
