using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.ServiceDefaults.Operations;

/// <summary>Where a subscription is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">What it does.</param>
/// <param name="Position">Position of the last event that took effect.</param>
/// <param name="Head">Newest position of the log it follows; null when it is retired.</param>
/// <param name="Lag">Events that it has not handled yet; null when it is retired.</param>
/// <param name="IsExternal">Whether its effect lies outside the database, so that it can be rewound.</param>
/// <param name="ErrorPosition">Position of the event that stopped it.</param>
/// <param name="Error">The error that stopped it or that it is waiting out.</param>
/// <param name="Since">Real time of the last change of what is said here; null before it first ran.</param>
internal sealed record SubscriptionView(
    string Name,
    SubscriptionState State,
    long Position,
    long? Head,
    long? Lag,
    bool IsExternal,
    long? ErrorPosition,
    string? Error,
    DateTimeOffset? Since)
{
    public static SubscriptionView Of(RegisteredSubscription registered, SubscriptionStatus? status, long head) => new(
        registered.Name,
        status is null ? SubscriptionState.Waiting : status.Stopped ? SubscriptionState.Stopped : SubscriptionState.Running,
        status?.Position ?? 0,
        head,
        Math.Max(0, head - (status?.Position ?? 0)),
        registered.IsExternal,
        status?.ErrorPosition,
        status?.Error,
        status?.UpdatedAt);

    public static SubscriptionView Retired(SubscriptionStatus status) => new(
        status.Name, SubscriptionState.Retired, status.Position, null, null, false, status.ErrorPosition, status.Error, status.UpdatedAt);
}

/// <summary>What a subscription does.</summary>
internal enum SubscriptionState
{
    /// <summary>It has not run yet.</summary>
    Waiting,

    /// <summary>It follows its log.</summary>
    Running,

    /// <summary>A poisoned event stopped it.</summary>
    Stopped,

    /// <summary>It ran in an earlier version of the service.</summary>
    Retired,
}

/// <summary>A decision to pass over an event.</summary>
/// <param name="Position">Position of the event that stopped the subscription.</param>
/// <param name="Reason">Why it may be passed over; kept, without personal data.</param>
internal sealed record SkipRequest(long Position, string Reason);

/// <summary>A decision to publish again.</summary>
/// <param name="After">Position after which to begin again; 0 for everything.</param>
internal sealed record RewindRequest(long After);
