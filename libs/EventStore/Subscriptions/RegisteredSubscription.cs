namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>A subscription that this version of the service runs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsExternal">Whether its effect lies outside the database, so that it can be rewound.</param>
/// <param name="ReadHeadAsync">Reads the newest position of the log that it follows.</param>
public sealed record RegisteredSubscription(string Name, bool IsExternal, Func<CancellationToken, Task<long>> ReadHeadAsync);
