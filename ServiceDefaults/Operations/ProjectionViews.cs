using YouthPlatform.EventStore.Rebuild;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.ServiceDefaults.Operations;

/// <summary>A projection.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsInline">Whether its rows commit with the events; otherwise it follows them as a subscription of the same name.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Position">Position up to which it has taken events in.</param>
/// <param name="Lag">Events that it has not taken in yet.</param>
internal sealed record ProjectionView(string Name, bool IsInline, IReadOnlyList<string> Tables, long Position, long Lag)
{
    public static ProjectionView Of(RegisteredProjection registered, long position, long head) => new(
        registered.Projection.Name, registered.IsInline, [.. registered.Projection.Tables.Select(table => table.Name)], position, Math.Max(0, head - position));
}

/// <summary>What a drift check found.</summary>
/// <param name="Name">The projection.</param>
/// <param name="Matches">Whether the live rows are what the log says.</param>
/// <param name="Differences">The tables that differ.</param>
internal sealed record ProjectionComparison(string Name, bool Matches, IReadOnlyList<ProjectionDifference> Differences);

/// <summary>A projection that was built anew.</summary>
/// <param name="Name">The projection.</param>
/// <param name="Position">Position up to which the new rows were built when they were swapped in.</param>
internal sealed record ProjectionRebuilt(string Name, long Position);
