using System.Runtime.CompilerServices;

namespace YouthPlatform.EventStore;

/// <summary>Other ways to read an event log.</summary>
public static class EventReading
{
    /// <summary>Loads all events of a stream in version order; an unknown stream is empty at version 0.</summary>
    /// <param name="store">The log.</param>
    /// <param name="stream">Stream name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="UnknownEventTypeException">A stored type has no registered event.</exception>
    public static Task<EventStream> LoadAsync(this IEventStore store, string stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.LoadAsync(stream, 0, cancellationToken);
    }

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
