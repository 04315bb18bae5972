using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.Tests.Messaging;
using YouthPlatform.Testing;

namespace YouthPlatform.ServiceDefaults.Tests.Operations;

public sealed class ErrorQueueTests(PostgresFixture postgres, RabbitMqFixture rabbit) : IClassFixture<RabbitMqFixture>
{
    private readonly ConsumerControl _control = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MessagesThatWaitAreCountedAndReplayed()
    {
        var broker = await rabbit.CreateVirtualHostAsync();
        _control.Refuses = number => number == 2;
        await using var service = await OperatedService.StartAsync(postgres, broker, Consume);
        await Eventually.BecomesAsync(
            async () => (await service.Get<HealthCheckService>().CheckHealthAsync(check => check.Name == "queues", Cancelled)).Status == HealthStatus.Healthy,
            OperatedService.Soon,
            "the queues were declared");
        (await WaitingAsync(service)).ShouldBe([("counting-numbers", 0L)]);
        await using var publisher = await MessagingService.StartPublisherAsync(await postgres.CreateDatabaseAsync(), broker);
        await publisher.DrawAsync(1, 3);

        await Eventually.BecomesAsync(
            async () => (await WaitingAsync(service)).SequenceEqual([("counting-numbers", 1L)]), OperatedService.Soon, "the refused message waited");
        _control.Refuses = _ => false;
        (await service.DoAsync("error-queues/counting-numbers/replay")).GetProperty("moved").GetInt32().ShouldBe(1);

        await Eventually.BecomesAsync(() => _control.Deliveries.Count(it => it.Sequence == 2) > 3, OperatedService.Soon, "it was delivered again");
        (await service.DoAsync("error-queues/counting-numbers/replay")).GetProperty("moved").GetInt32().ShouldBe(0);
        (await WaitingAsync(service)).ShouldBe([("counting-numbers", 0L)]);
    }

    [Fact]
    public async Task QueueOfAnotherServiceIsUnknown()
    {
        await using var service = await OperatedService.StartAsync(postgres);

        (await service.ReadAsync("error-queues")).EnumerateArray().ShouldBeEmpty();
        using var answer = await service.PostAsync("error-queues/counting-numbers/replay");
        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "operations.queue_unknown");
    }

    [Fact]
    public async Task BrokerThatIsAwayIsNamed()
    {
        await using var service = await OperatedService.StartAsync(postgres, "amqp://guest:guest@127.0.0.1:1", Consume);

        using var list = await service.GetAsync("error-queues");
        await list.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "operations.broker_unavailable");
        using var replay = await service.PostAsync("error-queues/counting-numbers/replay");
        await replay.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "operations.broker_unavailable");
    }

    private void Consume(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_control);
        builder.Services.Configure<MessagingOptions>(options => options.Retries = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(50)]);
        builder.AddServiceMessaging("counting", messaging => messaging.Consume<NumberDrawnConsumer>());
    }

    private static async Task<IReadOnlyList<(string Queue, long Messages)>> WaitingAsync(OperatedService service) =>
    [
        .. (await service.ReadAsync("error-queues")).EnumerateArray()
            .Select(item => (item.GetProperty("queue").GetString()!, item.GetProperty("messages").GetInt64())),
    ];
}
