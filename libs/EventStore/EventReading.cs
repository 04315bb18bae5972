using System.Runtime.CompilerServices;

namespace YouthPlatform.EventStore;

/// <summary>Other ways to read an event log.</summary>
public static class EventReading
{
    /// <summary>Reads event by event. Batches cost less where many are read.</summary>
    /// <param name="store">The log.</param>
    /// <param name="after">Position to begin after; 0 for the beginning.</param>
    /// <param name="limit">Most events to read.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UnknownEventTypeException">A stored type has no registered event.</exception>
    public static async IAsyncEnumerable<RecordedEvent> ReadAllAsync(
        this IEventStore store, long after, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await foreach (var batch in store.ReadBatchesAsync(after, limit, cancellationToken))
        {
            foreach (var recorded in batch)
            {
                yield return recorded;
            }
        }
    }
}
