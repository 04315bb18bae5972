using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Rebuild;

/// <summary>
/// Replays the log into a side schema for a projection that reads its own rows: in large batches, each in a transaction of its own, while
/// the next events are read on another thread.
/// </summary>
/// <param name="side">The schema.</param>
/// <param name="store">The log.</param>
internal sealed class ReadingReplay(SideSchema side, IEventStore store)
{
    private const int BatchesAhead = 40;

    private const int EventsAtOnce = 20_000;

    /// <summary>Replays up to and including a position.</summary>
    internal async Task RunAsync(long to, CancellationToken cancellationToken)
    {
        List<RecordedEvent> taken = [];
        var batches = store.ReadBatchesAsync(side.Position, (int)Math.Min(int.MaxValue, to - side.Position), cancellationToken);
        await foreach (var batch in Ahead.ReadAsync(batches, BatchesAhead, cancellationToken))
        {
            // Where positions have gaps, as many events reach further.
            taken.AddRange(batch.TakeWhile(recorded => recorded.Position <= to));
            if (taken.Count >= EventsAtOnce)
            {
                await WriteAsync(taken, taken[^1].Position, cancellationToken);
            }
        }

        await WriteAsync(taken, to, cancellationToken);
    }

    private async Task WriteAsync(List<RecordedEvent> taken, long position, CancellationToken cancellationToken)
    {
        await using var transaction = await side.BeginAsync(cancellationToken);
        await Statements.ExecuteAsync(side.Connection, transaction, await side.ReadAndFoldAsync(taken, cancellationToken), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        side.MoveTo(position);
        taken.Clear();
    }
}
