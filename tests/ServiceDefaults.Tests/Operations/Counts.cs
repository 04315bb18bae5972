using YouthPlatform.EventStore;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.EventStore.Rows;
using YouthPlatform.EventStore.Subscriptions;
using YouthPlatform.ServiceDefaults.Tests.Feeds;

namespace YouthPlatform.ServiceDefaults.Tests.Operations;

/// <summary>Counts what was made, by region.</summary>
internal abstract class CountByRegion : IProjection
{
    private readonly Table<string> _regions;
    private readonly Column<long> _made;

    protected CountByRegion(string name)
    {
        _regions = new(name, "region");
        _made = new(_regions, "made");
    }

    public string Name => _regions.Name;

    public IReadOnlyList<Table> Tables => [_regions];

    public string Schema => $"CREATE TABLE IF NOT EXISTS {Name} (region text PRIMARY KEY, made bigint NOT NULL)";

    public IEnumerable<Change> Project(RecordedEvent recorded) =>
        recorded.Data is Made made ? [_regions.Upsert(made.Region).Add(_made, 1)] : [];
}

internal sealed class InlineCounts() : CountByRegion("inline_counts");

internal sealed class FollowingCounts() : CountByRegion("following_counts");

/// <summary>What the subscription of a test refuses.</summary>
internal sealed class Fussiness
{
    public Func<Made, bool> Refuses { get; set; } = _ => false;
}

/// <summary>Stops at what it is told to refuse.</summary>
internal sealed class FussySubscription(Fussiness fussiness) : ISubscription<RecordedEvent>
{
    public string Name => "fussy";

    public Task HandleAsync(SubscriptionBatch<RecordedEvent> batch, CancellationToken cancellationToken) =>
        batch.Events.Any(recorded => recorded.Data is Made made && fussiness.Refuses(made))
            ? throw new InvalidOperationException("This thing is not wanted.")
            : Task.CompletedTask;
}

/// <summary>Tells the world, here a list, of public events.</summary>
internal sealed class Announcer(Announcements announcements) : ISubscription<PublicEvent>
{
    public string Name => "announcer";

    public bool IsExternal => true;

    public Task HandleAsync(SubscriptionBatch<PublicEvent> batch, CancellationToken cancellationToken)
    {
        foreach (var item in batch.Events)
        {
            announcements.Positions.Enqueue(item.Position);
        }

        return Task.CompletedTask;
    }
}

internal sealed class Announcements
{
    public System.Collections.Concurrent.ConcurrentQueue<long> Positions { get; } = [];
}
