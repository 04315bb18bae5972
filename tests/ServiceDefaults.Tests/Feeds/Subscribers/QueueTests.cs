using System.Net;
using System.Text.Json;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds.Subscribers;

public sealed class QueueTests(PostgresFixture postgres, RabbitMqFixture rabbit) : IClassFixture<RabbitMqFixture>
{
    private const string Queue = "feeds.internships.bureau";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASubscriberHasAQueueOfItsOwnAndWhatItGivesBackTooOftenCanBeHandedInAgain()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var feed = await FeedUnderTest.StartAsync(await postgres.CreateDatabaseAsync(), broker);
        feed.Client.As([Roles.Ops]);
        await feed.PublishAsync(1, 4);
        using var put = await feed.SendAsync(HttpMethod.Put, "subscribers/bureau", new { kind = "queue", after = 1 });
        put.StatusCode.ShouldBe(HttpStatusCode.OK, await put.Content.ReadAsStringAsync(Cancelled));
        (await feed.JsonAsync("subscribers/bureau")).GetProperty("queue").GetString().ShouldBe(Queue);
        await using var amqp = await Amqp.ConnectAsync(broker);
        await Eventually.BecomesAsync(async () => await CountAsync(broker, Queue) == 3, Soon, "the queue holds three events");

        FeedUnderTest.Sequences([await TakeAsync(amqp, Queue), await TakeAsync(amqp, Queue)]).ShouldBe([2, 3]);
        await GiveBackTooOftenAsync(amqp);
        await Eventually.BecomesAsync(async () => await CountAsync(broker, Queue + "_error") == 1, Soon, "the event was put aside");
        for (var look = 0; look < 2; look++)
        {
            var letters = await feed.JsonAsync("subscribers/bureau/dead-letters");
            letters.GetProperty("messages").GetInt64().ShouldBe(1);
            FeedUnderTest.Sequences(letters.GetProperty("events").EnumerateArray()).ShouldBe([4]);
        }

        using var replay = await feed.SendAsync(HttpMethod.Post, "subscribers/bureau/dead-letters/replay");
        (await replay.Content.ReadAsStringAsync(Cancelled)).ShouldContain("\"moved\":1");
        FeedUnderTest.Sequences([await TakeAsync(amqp, Queue)]).ShouldBe([4]);
    }

    private static async Task<JsonElement> TakeAsync(Amqp amqp, string queue)
    {
        var message = await Eventually.ReadsAsync(
            async () => await amqp.Channel.BasicGetAsync(queue, autoAck: true, Cancelled), got => got is not null, Soon, "a message came");
        return JsonSerializer.Deserialize<JsonElement>(message!.Body.Span);
    }

    private static async Task GiveBackTooOftenAsync(Amqp amqp)
    {
        while (await amqp.Channel.BasicGetAsync(Queue, autoAck: false, Cancelled) is { } message)
        {
            await amqp.Channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true, Cancelled);
        }
    }

    private static async Task<long> CountAsync(string broker, string queue)
    {
        await using var amqp = await Amqp.ConnectAsync(broker);
        try
        {
            return await amqp.Channel.MessageCountAsync(queue, Cancelled);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return -1;
        }
    }
}
