using System.Diagnostics;
using YouthPlatform.EventStore;

namespace YouthPlatform.Feed.Bench;

/// <summary>Commits one event each, evenly over time whatever the commits take.</summary>
internal static class Load
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);

    internal static async Task RunAsync(IEventStore store, Instants instants, int perSecond)
    {
        var started = Stopwatch.GetTimestamp();
        List<Task> commits = new(instants.Count);
        using var timer = new PeriodicTimer(Tick);
        while (commits.Count < instants.Count && await timer.WaitForNextTickAsync())
        {
            var due = Math.Min(instants.Count, (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond));
            while (commits.Count < due)
            {
                commits.Add(CommitAsync(store, instants, commits.Count));
            }
        }

        await Task.WhenAll(commits);
    }

    private static async Task CommitAsync(IEventStore store, Instants instants, int number)
    {
        instants.HandedIn(number);
        var result = await store.AppendAsync(
            new Append([new StreamAppend($"attendance-{number}", 0, [new Reported(1, 37.5m)])], new EventMetadata("bench", Instants.TraceParent(number))),
            CancellationToken.None);
        instants.Committed(number, result.Position);
    }
}
