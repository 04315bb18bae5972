namespace YouthPlatform.EventStore.Tests.Subscriptions;

/// <summary>The events of these tests: a counter that went up.</summary>
internal sealed record Ticked(int Number, string Region = "430102");

internal sealed record Unreadable(int Number);

internal static class Ticks
{
    public static EventTypes Types => new EventTypes().Add<Ticked>("test.ticked.v1");

    public static EventTypes TypesOfLaterVersion => Types.Add<Unreadable>("test.unreadable.v1");

    public static Task<AppendResult> TickAsync(this IEventStore store, int from, int count) => store.AppendAsync(
        new Append(
            [new StreamAppend($"counter-{from}-{Guid.CreateVersion7():N}", 0, [.. Enumerable.Range(from, count).Select(n => (object)new Ticked(n))])],
            new EventMetadata("tester", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")),
        TestContext.Current.CancellationToken);
}
