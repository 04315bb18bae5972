using YouthPlatform.Contracts.Abstractions;

#pragma warning disable CA1515 // Contracts are exported types.
namespace YouthPlatform.EventStore.Tests.PublicLog;

[PublicEvent("youthplatform.testing.number_seen.v1")]
public sealed record NumberSeen(int Number, decimal Amount, string Note, DateOnly On);

[PublicEvent("youthplatform.testing.seventh_seen.v1")]
public sealed record SeventhSeen(int Number);
