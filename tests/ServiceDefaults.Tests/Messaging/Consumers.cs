using System.Collections.Concurrent;
using YouthPlatform.EventStore;
using YouthPlatform.ServiceDefaults.Messaging;

namespace YouthPlatform.ServiceDefaults.Tests.Messaging;

/// <summary>What the consumers of a test met, and what they are told to do.</summary>
internal sealed class ConsumerControl
{
    public ConcurrentQueue<(Guid MessageId, long Sequence)> Deliveries { get; } = [];

    public Func<int, bool> Refuses { get; set; } = _ => false;

    public Func<CancellationToken, Task> Hold { get; set; } = _ => Task.CompletedTask;
}

internal sealed class NumberDrawnConsumer(InboxContext inbox, ConsumerControl control) : InboxConsumer<NumberDrawn>(inbox)
{
    private readonly IEventStore _store = inbox.Store;

    protected override async Task<Append?> HandleAsync(ReceivedEvent<NumberDrawn> received, CancellationToken cancellationToken)
    {
        control.Deliveries.Enqueue((received.MessageId, received.Sequence));
        await control.Hold(cancellationToken);
        if (control.Refuses(received.Contract.Number))
        {
            throw new InvalidOperationException("This number cannot be counted.");
        }

        var sums = await _store.LoadAsync("sums", cancellationToken);
        return new Append(
            [new StreamAppend(sums.Name, sums.Version, [new Counted(received.Sequence, "drawn", received.Contract.Number)])],
            received.MetadataFor(ConsumerName));
    }
}

internal sealed class PrizeWonConsumer(InboxContext inbox, ConsumerControl control) : InboxConsumer<PrizeWon>(inbox)
{
    private readonly IEventStore _store = inbox.Store;

    protected override async Task<Append?> HandleAsync(ReceivedEvent<PrizeWon> received, CancellationToken cancellationToken)
    {
        control.Deliveries.Enqueue((received.MessageId, received.Sequence));
        var sums = await _store.LoadAsync("sums", cancellationToken);
        return new Append(
            [new StreamAppend(sums.Name, sums.Version, [new Counted(received.Sequence, "won", received.Contract.Number)])],
            received.MetadataFor(ConsumerName));
    }
}
