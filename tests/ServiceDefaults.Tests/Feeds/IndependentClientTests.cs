using System.Text.Json;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.Testing;
using YouthPlatform.Testing.Tokens;

namespace YouthPlatform.ServiceDefaults.Tests.Feeds;

/// <summary>The libraries that others read CloudEvents, AMQP and AsyncAPI with accept what is published without a word of complaint.</summary>
public sealed class IndependentClientTests(PostgresFixture postgres, RabbitMqFixture rabbit) : IClassFixture<RabbitMqFixture>
{
    private const int Events = 300;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CloudEventsAmqpAndAsyncApiClientsAcceptFeedStreamAndDescription()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        await using var feed = await FeedUnderTest.StartAsync(await postgres.CreateDatabaseAsync(), broker);
        await feed.PublishAsync(1, Events);
        await Eventually.BecomesAsync(
            async () => (await feed.Get<SubscriptionOperations>().ListAsync(Cancelled)).Any(status => status is { Name: "stream", Position: >= Events }),
            TimeSpan.FromSeconds(60),
            "the stream has the events");

        var description = $"{feed.Address.AbsoluteUri}/asyncapi.json";
        using var clients = await NodeClients.InstallAsync("tests/ServiceDefaults.Tests/Clients");
        var (said, complained) = await clients.RunAsync(
            TestIssuer.Token([Roles.Bureau]), feed.Address.AbsoluteUri, broker, "feeds.internships", description, $"{Events}");
        complained.ShouldBeEmpty();
        using var read = JsonDocument.Parse(said);

        int[] all = [.. Enumerable.Range(1, Events)];
        foreach (var way in (string[])["batch", "lines", "stream"])
        {
            read.RootElement.GetProperty(way).EnumerateArray().Select(sequence => sequence.GetInt32()).ShouldBe(all, way);
        }

        read.RootElement.GetProperty("said").EnumerateArray().Select(item => item.GetString()).ShouldBeEmpty();
        read.RootElement.GetProperty("messages").GetInt32().ShouldBeGreaterThan(0);
    }
}
