using System.Diagnostics;
using MassTransit;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.ServiceDefaults.Messaging;

/// <summary>
/// Publishes the public log to the broker, in order and each event at least once: the checkpoint moves when the broker has
/// confirmed the whole batch. A repeated event has the same message id. Without a broker it waits and skips nothing.
/// </summary>
internal sealed class PublicLogRelay(IBus bus, PublicEventTypes types, MessagingOptions options) : ISubscription<PublicEvent>
{
    private static readonly ActivitySource Activities = new("YouthPlatform.Messaging");

    private readonly HashSet<string> _announced = [];

    public string Name => "relay";

    public bool IsExternal => true;

    public async Task HandleAsync(SubscriptionBatch<PublicEvent> batch, CancellationToken cancellationToken)
    {
        var messages = batch.Events.Select(item => (Event: item, Contract: types.Decode(item))).ToList();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.ConfirmTimeout);
        var confirmations = new List<Task>(messages.Count);
        try
        {
            foreach (var (item, contract) in messages)
            {
                var confirmed = PublishAsync(item, contract, timeout.Token);
                confirmations.Add(confirmed);
                if (_announced.Add(item.Type))
                {
                    // The first message of a type also declares its exchange; what follows must not overtake it.
                    await confirmed;
                }
            }

            await Task.WhenAll(confirmations);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _announced.Clear();
            await Task.WhenAll(confirmations).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new SubscriptionUnavailableException("The broker did not confirm; the batch is published again.", e);
        }
    }

    private async Task PublishAsync(PublicEvent item, object contract, CancellationToken cancellationToken)
    {
        using var activity = ActivityContext.TryParse(item.TraceParent, null, isRemote: true, out var parent)
            ? Activities.StartActivity("relay publish", ActivityKind.Producer, parent)
            : null;
        await bus.Publish(contract, contract.GetType(), Pipe.Execute<PublishContext>(context => Describe(context, item)), cancellationToken);
    }

    private static void Describe(PublishContext context, PublicEvent item)
    {
        context.MessageId = item.Id;
        context.Headers.Set(MessageHeaders.Sequence, item.Position);
        context.Headers.Set(MessageHeaders.Type, item.Type);
        context.Headers.Set(MessageHeaders.Region, item.Region);
        context.Headers.Set(MessageHeaders.Subject, item.Subject);
        context.Headers.Set(MessageHeaders.Time, PublicHash.FormatTime(item.Time));
        if (item.TraceParent is not null)
        {
            context.Headers.Set(MessageHeaders.TraceParent, item.TraceParent);
        }
    }
}
