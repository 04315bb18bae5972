namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>A log that subscriptions follow.</summary>
/// <typeparam name="TEvent">The kind of event.</typeparam>
public interface ISubscriptionSource<TEvent>
{
    /// <summary>The channel that is notified when the log grows, see <see cref="LogSignal"/>.</summary>
    string Channel { get; }

    /// <summary>Reads up to <paramref name="limit"/> events after a position, in order.</summary>
    /// <exception cref="Exception">An event among them cannot be read.</exception>
    Task<IReadOnlyList<TEvent>> ReadAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Position of the newest event, 0 for an empty log.</summary>
    Task<long> GetHeadPositionAsync(CancellationToken cancellationToken);

    /// <summary>Position of an event.</summary>
    long PositionOf(TEvent item);
}
