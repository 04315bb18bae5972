using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.PublicLog;

/// <summary>The public log as a source of subscriptions.</summary>
internal sealed class PublicLogSource(PublicLogReader reader) : ISubscriptionSource<PublicEvent>
{
    public string Channel => LogSignal.PublicLog;

    public Task<IReadOnlyList<PublicEvent>> ReadAsync(long after, int limit, CancellationToken cancellationToken) =>
        reader.ReadAsync(after, limit, null, null, cancellationToken);

    public Task<long> GetHeadPositionAsync(CancellationToken cancellationToken) => reader.GetHeadPositionAsync(cancellationToken);

    public long PositionOf(PublicEvent item) => item.Position;
}
