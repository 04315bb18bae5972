namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>The service's own log as a source of subscriptions.</summary>
internal sealed class EventLogSource(IEventStore store) : ISubscriptionSource<RecordedEvent>
{
    public string Channel => LogSignal.EventLog;

    public async Task<IReadOnlyList<RecordedEvent>> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        var events = new List<RecordedEvent>(Math.Min(limit, 64));
        await foreach (var recorded in store.ReadAllAsync(after, limit, cancellationToken))
        {
            events.Add(recorded);
        }

        return events;
    }

    public Task<long> GetHeadPositionAsync(CancellationToken cancellationToken) => store.GetHeadPositionAsync(cancellationToken);

    public long PositionOf(RecordedEvent item) => item.Position;
}
