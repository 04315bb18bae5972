using MassTransit;
using Xunit;
using Headers = YouthPlatform.ServiceDefaults.Messaging.MessageHeaders;

namespace YouthPlatform.Testing.Hosting;

/// <summary>The real-name ledger as other services hear it.</summary>
public static class Ledger
{
    private const string Furong = "430102";

    /// <summary>Publishes an event about a person, and delivers it a second time.</summary>
    public static async Task PublishTwiceAsync<T>(string broker, Guid person, T told, long sequence = 1)
        where T : class
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(new Uri(broker)));
        var messageId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await bus.StartAsync(TestContext.Current.CancellationToken);
        for (var delivery = 0; delivery < 2; delivery++)
        {
            await bus.Publish(told, context =>
            {
                context.MessageId = messageId;
                context.Headers.Set(Headers.Sequence, sequence);
                context.Headers.Set(Headers.Region, Furong);
                context.Headers.Set(Headers.Subject, person.ToString());
                context.Headers.Set(Headers.Time, "2023-07-31T01:00:00.000000Z");
            });
        }

        await bus.StopAsync(TestContext.Current.CancellationToken);
    }
}
