namespace YouthPlatform.EventStore;

/// <summary>
/// The event log of one service: streams of events under one total order. An implementation promises that positions follow
/// commit order, so that reading after a position never skips an event that commits later.
/// </summary>
public interface IEventStore
{
    /// <summary>States that this process remembers; <c>AppendAsync</c> tells it what was committed.</summary>
    StateCache States { get; }

    /// <summary>
    /// Loads the events of a stream after a version, in version order. A stream that never was at that version, such as
    /// one that does not exist, is empty at version 0.
    /// </summary>
    /// <param name="stream">Stream name, such as <c>post-{uuid}</c>.</param>
    /// <param name="after">Version to begin after; 0 for the whole stream.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="UnknownEventTypeException">A stored type has no registered event.</exception>
    Task<EventStream> LoadAsync(string stream, long after, CancellationToken cancellationToken);

    /// <summary>
    /// Appends to one or more streams, applies inline projections and the transaction's other statements, all in one commit.
    /// When it returns, the commit is durable.
    /// </summary>
    /// <exception cref="WrongExpectedVersionException">A stream is not at the version the caller decided on.</exception>
    /// <exception cref="UniqueViolationException">A statement or an inline projection broke a unique constraint.</exception>
    /// <exception cref="CommitUnknownException">The connection broke and it could not be told whether the commit happened.</exception>
    Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken);

    /// <summary>
    /// Reads events in position order, beginning after <paramref name="after"/>, at most <paramref name="limit"/> of them, in
    /// batches as they come: none is empty, and what a reader does not keep of one is free before the next. An event that cannot be
    /// decoded fails the reading after all events before it were given.
    /// </summary>
    /// <exception cref="UnknownEventTypeException">A stored type has no registered event.</exception>
    IAsyncEnumerable<IReadOnlyList<RecordedEvent>> ReadBatchesAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>The position of the newest committed event, 0 for an empty log.</summary>
    Task<long> GetHeadPositionAsync(CancellationToken cancellationToken);
}
