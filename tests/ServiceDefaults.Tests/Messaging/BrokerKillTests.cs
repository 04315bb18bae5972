using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.LocalServers;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Tests.Feeds;
using YouthPlatform.ServiceDefaults.Tests.Feeds.Subscribers;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Messaging;

/// <summary>The broker is killed as the kernel does it, while it is fed, and comes back on its own files.</summary>
public sealed class BrokerKillTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Rounds = 2;
    private const int WhileUp = 400;
    private const int WhileDown = 100;
    private const int Events = Rounds * (WhileUp + WhileDown);
    private const string Stream = "feeds.internships";
    private const string Queue = "feeds.internships.bureau";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(120);

    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"youthplatform-broker-{Path.GetRandomFileName()}");
    private RabbitMqServer _broker = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _broker = await RabbitMqServer.StartAsync(new(_directory), Cancelled);

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task StreamsHoldEveryEventOnceQueuesLackNoneAndTheFeedGoesOnWithoutTheBroker()
    {
        await using var feed = await FeedUnderTest.StartAsync(await postgres.CreateDatabaseAsync(), _broker.ConnectionString());
        feed.Client.As([Roles.Ops]);
        using var put = await feed.SendAsync(HttpMethod.Put, "subscribers/bureau", new { kind = "queue", after = 0 });
        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        for (var round = 0; round < Rounds; round++)
        {
            await feed.AppendAsync(Made(round, 0, WhileUp));
            await RelayedAsync(feed, "stream", (round * (WhileUp + WhileDown)) + 1);
            await KillAsync();
            await feed.AppendAsync(Made(round, WhileUp, WhileDown));
            await feed.PublishedAsync((round + 1) * (WhileUp + WhileDown));
            (await feed.ReadAsync($"events?after=0&limit={Events}")).Count.ShouldBe((round + 1) * (WhileUp + WhileDown));
            await ReturnAsync();
        }

        await RelayedAsync(feed, "stream", Events);
        await using var amqp = await Amqp.ConnectAsync(_broker.ConnectionString());
        FeedUnderTest.Sequences(await amqp.ReadStreamAsync(Stream)).ShouldBe(AllPositions());

        // Attempts that failed for want of a broker pause nobody. What was under way may come again, as the feed's description says: told by its id, each event is there once and in order.
        List<long> queued = [];
        await Eventually.BecomesAsync(async () => (await TakeAllAsync(amqp, queued)).Distinct().Count() == Events, Soon, "the queue had every event");
        queued.Distinct().ShouldBe(AllPositions());
    }

    [Fact]
    public async Task MessagesToOtherServicesTakeEffectOnceAfterTheBrokerReturned()
    {
        var control = new ConsumerControl();
        await using var consumer = await MessagingService.StartConsumerAsync(await postgres.CreateDatabaseAsync(), _broker.ConnectionString(), control);
        await Eventually.BecomesAsync(async () => await consumer.HealthAsync("queues") == HealthStatus.Healthy, Soon, "the broker keeps the queues for good");
        await using var publisher = await MessagingService.StartPublisherAsync(await postgres.CreateDatabaseAsync(), _broker.ConnectionString());
        await publisher.DrawAsync(0, WhileUp);
        await Eventually.BecomesAsync(() => !control.Deliveries.IsEmpty, Soon, "messages are under way");
        await KillAsync();
        await publisher.DrawAsync(WhileUp, WhileDown);
        await Eventually.BecomesAsync(async () => await publisher.PositionAsync("public-log") == WhileUp + WhileDown, Soon, "the public log goes on");
        await ReturnAsync();

        await Eventually.BecomesAsync(async () => (await DrawnAsync(consumer)).Count >= WhileUp + WhileDown, Soon, "every message took effect");
        (await DrawnAsync(consumer)).Order().ShouldBe(Enumerable.Range(0, WhileUp + WhileDown));
    }

    private static IEnumerable<long> AllPositions() => Enumerable.Range(1, Events).Select(position => (long)position);

    private static object[] Made(int round, int from, int count) =>
        [.. Enumerable.Range(from, count).Select(number => (object)new Made((round * 1_000) + number, FeedUnderTest.Changsha))];

    private static async Task<IReadOnlyList<int>> DrawnAsync(MessagingService consumer) =>
        [.. (await consumer.CountedAsync()).Where(counted => counted.Kind == "drawn").Select(counted => counted.Number)];

    private static async Task<IReadOnlyList<long>> TakeAllAsync(Amqp amqp, List<long> taken)
    {
        while (await amqp.Channel.BasicGetAsync(Queue, autoAck: true, Cancelled) is { } message)
        {
            taken.AddRange(FeedUnderTest.Sequences([System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(message.Body.Span)]));
        }

        return taken;
    }

    private static Task RelayedAsync(FeedUnderTest feed, string subscription, long position) => Eventually.BecomesAsync(
        async () => (await feed.Get<SubscriptionOperations>().ListAsync(Cancelled)).Any(status => status.Name == subscription && status.Position >= position),
        Soon,
        $"the stream has {position} events");

    private async Task KillAsync()
    {
        using var process = Process.GetProcessById(_broker.Pid);
        process.Kill(entireProcessTree: true);
        await _broker.Exited.WaitAsync(Soon, TimeProvider.System, Cancelled);
    }

    /// <summary>Starts the broker on the files that the killed one left, on the same port.</summary>
    private async Task ReturnAsync()
    {
        var port = _broker.Port;
        await _broker.DisposeAsync();
        _broker = await RabbitMqServer.StartAsync(new(_directory) { Port = port }, Cancelled);
    }
}
