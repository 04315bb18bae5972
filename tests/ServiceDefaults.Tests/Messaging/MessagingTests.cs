using Microsoft.Extensions.Diagnostics.HealthChecks;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.Testing;

namespace YouthPlatform.ServiceDefaults.Tests.Messaging;

public sealed class MessagingTests(PostgresFixture postgres, RabbitMqFixture rabbit)
    : IClassFixture<PostgresFixture>, IClassFixture<RabbitMqFixture>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly ConsumerControl _control = new();

    [Fact]
    public async Task PublicEventsOfAllTypesArriveOnceAndInOrder()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var consumer = await StartConsumerAsync(broker);
        await using var publisher = await StartPublisherAsync(broker);
        for (var i = 0; i < 10; i++)
        {
            await publisher.DrawAsync(i * 30, 30);
        }

        await ShouldBeCountedInOrderAsync(consumer, 360);
        var counted = await consumer.CountedAsync();
        counted.Where(c => c.Kind == "drawn").Select(c => c.Number).ShouldBe(Enumerable.Range(0, 300));
        counted.Count(c => c.Kind == "won").ShouldBe(60);
    }

    [Fact]
    public async Task PublishingAgainAfterACrashRepeatsTheMessageIdsAndHasNoSecondEffect()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var consumer = await StartConsumerAsync(broker);
        await using var publisher = await StartPublisherAsync(broker);
        await publisher.DrawAsync(1, 40);
        await ShouldBeCountedInOrderAsync(consumer, 48);
        await Eventually.BecomesAsync(async () => await publisher.PositionAsync("relay") == 48, Soon, "the relay's checkpoint");

        // As if the process had died after the broker's confirmation and before the checkpoint.
        await publisher.Get<SubscriptionOperations>().RewindAsync("relay", 10, TestContext.Current.CancellationToken);
        await Eventually.BecomesAsync(() => _control.Deliveries.Count >= 48 + 38, Soon, "the messages were delivered again");
        await publisher.DrawAsync(100, 1);

        await ShouldBeCountedInOrderAsync(consumer, 50);
        var identity = new PublicLogIdentity("numbers");
        _control.Deliveries.ShouldAllBe(delivery => delivery.MessageId == identity.IdAt(delivery.Sequence));
    }

    [Fact]
    public async Task BrokerThatIsDownDelaysAndLosesNothing()
    {
        await using var link = new BrokerLink(await rabbit.CreateVirtualHostAsync());
        await using var consumer = await StartConsumerAsync(link.Address);
        await link.CutAsync();

        // Starts without a broker.
        await using var publisher = await StartPublisherAsync(link.Address);
        await publisher.DrawAsync(1, 20);
        await Eventually.BecomesAsync(async () => await publisher.PositionAsync("public-log") == 20, Soon, "feeds go on");
        (await publisher.HealthAsync("broker")).ShouldBe(HealthStatus.Degraded);
        (await publisher.PositionAsync("relay")).ShouldBe(0);
        link.Mend();
        await ShouldBeCountedInOrderAsync(consumer, 24);

        // Goes away while messages are under way.
        await publisher.DrawAsync(100, 200);
        await link.CutAsync();
        await publisher.DrawAsync(300, 20);
        link.Mend();
        await ShouldBeCountedOnceAsync(consumer, 24 + 240 + 24);
    }

    [Fact]
    public async Task MessageThatCannotBeHandledWaitsInTheErrorQueueAndCanBeReplayed()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        _control.Refuses = number => number == 3;
        await using var consumer = await StartConsumerAsync(broker);
        await using var publisher = await StartPublisherAsync(broker);
        await publisher.DrawAsync(1, 6);
        await ShouldBeCountedOnceAsync(consumer, 7, without: 3);
        _control.Deliveries.Count(delivery => delivery.Sequence == 3).ShouldBe(3);
        var errors = consumer.Get<ErrorQueues>();
        await Eventually.BecomesAsync(
            async () =>
            {
                _control.Refuses = _ => false;
                return await errors.ReplayErrorsAsync("counting-numbers", TestContext.Current.CancellationToken) == 1;
            },
            Soon,
            "the message was in the error queue");

        await ShouldBeCountedOnceAsync(consumer, 7);
        (await errors.ReplayErrorsAsync("counting-numbers", TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task MessageInHandWhenTheServiceStopsIsHandledByTheNextOne()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        var database = await postgres.CreateDatabaseAsync();
        var inHand = new TaskCompletionSource();
        _control.Hold = cancellationToken =>
        {
            inHand.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        };
        var stopping = await StartConsumerAsync(broker, database: database);
        await using var publisher = await StartPublisherAsync(broker);
        await publisher.DrawAsync(1, 4);
        await inHand.Task.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await stopping.DisposeAsync();

        _control.Hold = _ => Task.CompletedTask;
        await using var next = await StartConsumerAsync(broker, database: database);
        await ShouldBeCountedOnceAsync(next, 4);
        (await next.Get<ErrorQueues>().ReplayErrorsAsync("counting-numbers", TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task ConsumerThatBeginsLateGetsTheHistoryByRewindingTheRelay()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var publisher = await StartPublisherAsync(broker);
        await publisher.DrawAsync(1, 9);
        await Eventually.BecomesAsync(async () => await publisher.PositionAsync("relay") == 10, Soon, "the relay's checkpoint");
        await using var consumer = await StartConsumerAsync(broker);

        await publisher.Get<SubscriptionOperations>().RewindAsync("relay", 0, TestContext.Current.CancellationToken);
        await ShouldBeCountedInOrderAsync(consumer, 10);
    }

    [Fact]
    public async Task ConsumersThatCollideOnAStreamTryAgain()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var consumer = await StartConsumerAsync(broker, concurrency: 8);
        await using var publisher = await StartPublisherAsync(broker);
        for (var i = 0; i < 60; i++)
        {
            await publisher.DrawAsync((i * 5) + 1, 1);
        }

        await ShouldBeCountedOnceAsync(consumer, 60);
        _control.Deliveries.Count.ShouldBeGreaterThanOrEqualTo(60);
    }

    [Fact]
    public async Task AQueueThatIsKeptIsTakenOnWithAnotherConcurrency()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        var database = await postgres.CreateDatabaseAsync();
        await using var publisher = await StartPublisherAsync(broker);
        var numbers = 0;
        foreach (var concurrency in (int[])[1, 8, 1])
        {
            await using var consumer = await StartConsumerAsync(broker, concurrency, database);
            await publisher.DrawAsync((numbers * 5) + 1, 1);
            await ShouldBeCountedOnceAsync(consumer, ++numbers);
        }
    }

    private async Task<MessagingService> StartConsumerAsync(string broker, int concurrency = 1, string? database = null) =>
        await MessagingService.StartConsumerAsync(database ?? await postgres.CreateDatabaseAsync(), broker, _control, concurrency);

    private async Task<MessagingService> StartPublisherAsync(string broker) =>
        await MessagingService.StartPublisherAsync(await postgres.CreateDatabaseAsync(), broker);

    private static async Task ShouldBeCountedInOrderAsync(MessagingService consumer, int count)
    {
        var counted = await Eventually.ReadsAsync(consumer.CountedAsync, c => c.Count >= count, Soon, $"{count} events were counted");
        counted.Select(c => c.Sequence).ShouldBe(Enumerable.Range(1, count).Select(n => (long)n));
    }

    private static async Task ShouldBeCountedOnceAsync(MessagingService consumer, int last, long? without = null)
    {
        var expected = Enumerable.Range(1, last).Select(n => (long)n).Where(n => n != without).ToList();
        var counted = await Eventually.ReadsAsync(
            consumer.CountedAsync, c => c.Count >= expected.Count, Soon, $"{expected.Count} events were counted");
        counted.Select(c => c.Sequence).Order().ShouldBe(expected);
    }
}
