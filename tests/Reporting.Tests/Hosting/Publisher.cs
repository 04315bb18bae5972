using MassTransit;
using YouthPlatform.EventStore;
using MessageHeaders = YouthPlatform.ServiceDefaults.Messaging.MessageHeaders;

namespace YouthPlatform.Reporting.Tests.Hosting;

/// <summary>Stands for the relay of another service.</summary>
internal sealed class Publisher : IAsyncDisposable
{
    private readonly IBusControl _bus;

    private Publisher(IBusControl bus) => _bus = bus;

    public static async Task<Publisher> StartAsync(string broker)
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(new Uri(broker)));
        await bus.StartAsync(TestContext.Current.CancellationToken);
        return new Publisher(bus);
    }

    /// <summary>Publishes under the id that the sequence stands for.</summary>
    public Task PublishAsync<T>(long sequence, T contract)
        where T : class =>
        _bus.Publish(
            contract,
            context =>
            {
                context.MessageId = DerivedId.Create(DerivedId.UrlNamespace, $"{typeof(T).Name}-{sequence}");
                context.Headers.Set(MessageHeaders.Sequence, sequence);
                context.Headers.Set(MessageHeaders.Region, "430104");
                context.Headers.Set(MessageHeaders.Subject, $"subject-{sequence}");
                context.Headers.Set(MessageHeaders.Time, "2023-11-01T00:00:00.000000Z");
            },
            TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _bus.StopAsync(CancellationToken.None);
}
