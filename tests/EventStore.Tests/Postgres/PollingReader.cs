namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>A subscriber that reads what comes after the last position it has seen, again and again.</summary>
internal static class PollingReader
{
    private const int AtMost = 50;

    /// <summary>Reads until the writers are done and then to the end of the log.</summary>
    internal static async Task<List<RecordedEvent>> ReadUntilAsync(IEventStore store, Task writers, CancellationToken cancellationToken)
    {
        List<RecordedEvent> seen = [];
        int before;
        bool last;
        do
        {
            last = writers.IsCompleted;
            before = seen.Count;
            var after = before == 0 ? 0 : seen[^1].Position;
            seen.AddRange(await store.ReadAllAsync(after, AtMost, cancellationToken).ToListAsync(cancellationToken));
        }
        while (!last || seen.Count > before);

        return seen;
    }

    /// <summary>What a subscriber must have seen: every event of the log, once, in order, without gaps.</summary>
    internal static async Task SawAllAsync(this IReadOnlyList<RecordedEvent> seen, IEventStore store, CancellationToken cancellationToken)
    {
        seen.Select(recorded => recorded.Position).ShouldBe(Enumerable.Range(1, seen.Count).Select(position => (long)position));
        var all = await store.ReadAllAsync(0, int.MaxValue, cancellationToken).ToListAsync(cancellationToken);
        seen.ShouldBe(all);
        foreach (var stream in all.GroupBy(recorded => recorded.Stream))
        {
            stream.Select(recorded => recorded.Version).ShouldBe(Enumerable.Range(1, stream.Count()).Select(version => (long)version));
        }
    }
}
