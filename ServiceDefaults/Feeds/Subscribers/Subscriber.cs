using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Policy;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>How a subscriber gets its events.</summary>
internal enum SubscriberKind
{
    /// <summary>Batches are posted to its address.</summary>
    Webhook,

    /// <summary>Events are put into a quorum queue of its own.</summary>
    Queue,
}

/// <summary>Whether a subscriber gets events.</summary>
internal enum SubscriberState
{
    /// <summary>It gets them as they come.</summary>
    Active,

    /// <summary>They wait for it in the feed.</summary>
    Paused,

    /// <summary>It has been taken off, for good.</summary>
    Ended,
}

/// <summary>Somebody to whom the events of the feed are brought.</summary>
/// <param name="Name">Its name; never used again for another one.</param>
/// <param name="Kind">How they are brought.</param>
/// <param name="Address">Where a webhook is; null for a queue.</param>
/// <param name="Types">Types it wants, all when empty.</param>
/// <param name="Regions">Regions it wants with all below them, all when empty.</param>
/// <param name="Start">Position after which it began.</param>
/// <param name="SecretVersion">Which secret its deliveries are signed with; grows by one with each new secret.</param>
/// <param name="State">Whether it gets events.</param>
/// <param name="Reason">Why it is paused or has ended.</param>
/// <param name="ChangedBy">Who changed it last; the service itself where it paused it.</param>
/// <param name="ChangedAt">When, real time.</param>
internal sealed record Subscriber(
    string Name,
    SubscriberKind Kind,
    Uri? Address,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Regions,
    long Start,
    int SecretVersion,
    SubscriberState State,
    string? Reason,
    string ChangedBy,
    DateTimeOffset ChangedAt)
{
    /// <summary>What the names of subscribers' subscriptions begin with.</summary>
    public const string SubscriptionPrefix = "subscriber-";

    /// <summary>Name of its subscription to the public log.</summary>
    public string Subscription => SubscriptionPrefix + Name;

    /// <summary>Whether it asked for an event.</summary>
    public bool Wants(PublicEvent item) =>
        (Types.Count == 0 || Types.Contains(item.Type))
        && (Regions.Count == 0 || Regions.Any(region => RegionCode.Parse(region).Covers(RegionCode.Parse(item.Region))));
}
