namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>
/// Follows a log in order. What it writes through the batch commits together with its checkpoint, so every event takes effect
/// exactly once, whatever process dies when.
/// </summary>
/// <typeparam name="TEvent"><see cref="RecordedEvent"/> for the service's own log, <see cref="PublicLog.PublicEvent"/> for its public log.</typeparam>
public interface ISubscription<TEvent>
{
    /// <summary>Stable name, unique in the service: its checkpoint is stored under it.</summary>
    string Name { get; }

    /// <summary>
    /// Whether the effect lies outside the database. Then no transaction is open during <see cref="HandleAsync"/>, the
    /// checkpoint commits after it returned, and an event may be handled again after a crash.
    /// </summary>
    bool IsExternal => false;

    /// <summary>
    /// Whether a large batch costs less an event than a small one: then it gets up to <see cref="SubscriptionOptions.CatchUpBatchSize"/>
    /// events when it is that far behind.
    /// </summary>
    bool FoldsBatches => false;

    /// <summary>Position after which it begins when it runs for the first time.</summary>
    long InitialPosition => 0;

    /// <summary>
    /// Called each time this process becomes the active one, before the first batch; creates tables, for example.
    /// <paramref name="execute"/> runs statements on the subscription's connection.
    /// </summary>
    Task PrepareAsync(Func<SqlStatement, CancellationToken, Task> execute, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Handles events in order. An exception rolls the batch back; it is then retried event by event.</summary>
    /// <exception cref="SubscriptionUnavailableException">
    /// Something that all events need is not there; the batch is retried for as long as it takes.
    /// </exception>
    Task HandleAsync(SubscriptionBatch<TEvent> batch, CancellationToken cancellationToken);

    /// <summary>
    /// Called when the batch last handled has been committed; for what may be lost in a crash, such as telling others. It must
    /// return at once and not throw.
    /// </summary>
    void Committed()
    {
    }
}

/// <summary>What a subscription depends on is out of reach; no event is to blame, so none stops the subscription.</summary>
public sealed class SubscriptionUnavailableException(string message, Exception? inner) : Exception(message, inner)
{
    /// <summary>How long to wait before the next attempt, in real time; null for <see cref="SubscriptionOptions.Backoff"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
