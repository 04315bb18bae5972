using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>A way to bring events to a subscriber.</summary>
internal interface IDelivery : IAsyncDisposable
{
    /// <summary>Most events of one delivery.</summary>
    int MostEvents { get; }

    /// <summary>Brings events in order, and returns when the subscriber has them.</summary>
    /// <returns>What it answered.</returns>
    /// <exception cref="DeliveryException">It did not take them.</exception>
    Task<string> DeliverAsync(IReadOnlyList<PublicEvent> events, CancellationToken cancellationToken);
}

/// <summary>A subscriber did not take events.</summary>
/// <param name="message">What went wrong.</param>
/// <param name="isFinal">Whether it said that it wants no more.</param>
/// <param name="isOurs">Whether it is not the subscriber that failed, but what stands between.</param>
/// <param name="inner">The cause.</param>
public sealed class DeliveryException(string message, bool isFinal = false, bool isOurs = false, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it is not the subscriber that failed, but what stands between: nobody is paused for that.</summary>
    public bool IsOurs { get; } = isOurs;

    /// <summary>Whether it said that it wants no more.</summary>
    public bool IsFinal { get; } = isFinal;
}
