using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Feeds.Contracts;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>Reads pages of the public log, and waits for them. Waits end when the process is told to stop.</summary>
internal sealed class FeedReader(
    PublicLogReader log, PublicLogSignal signal, PublicUpcasters upcasters, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>Cancelled when the process is told to stop.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>Reads the page after a position; where it is empty, waits for events that pass the filters.</summary>
    /// <param name="query">What to read.</param>
    /// <param name="wait">Longest wait in real time; zero to take what there is.</param>
    /// <param name="cancellationToken">Cancelled when the reader goes away.</param>
    public async Task<FeedPage> ReadAsync(FeedQuery query, TimeSpan wait, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var after = query.After;
        while (true)
        {
            var page = await ReadOnceAsync(query, after, cancellationToken);
            var left = wait - Stopwatch.GetElapsedTime(started);
            if (page.Events.Count > 0 || left <= TimeSpan.Zero || Stopping.IsCancellationRequested)
            {
                return page;
            }

            after = page.Next;
            await WaitAsync(after, left < LongestWait ? left : LongestWait, cancellationToken);
        }
    }

    private async Task<FeedPage> ReadOnceAsync(FeedQuery query, long after, CancellationToken cancellationToken)
    {
        // The head first: whatever the filters leave out up to it has been looked at.
        var head = await log.GetHeadPositionAsync(cancellationToken);
        var events = await log.ReadAsync(after, query.Limit, query.Latest ? upcasters.WithOlder(query.Types) : query.Types, query.Regions, cancellationToken);
        var full = events.Count == query.Limit;
        var last = events.Count > 0 ? events[^1].Position : after;
        return new(query.Latest ? [.. events.Select(upcasters.Latest)] : events, full ? last : Math.Max(last, head), full);
    }

    private async Task WaitAsync(long after, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Stopping);
        try
        {
            await signal.WaitAsync(after, longest, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Stopping: the caller gets what there is.
        }
    }
}

/// <summary>A page of a feed.</summary>
/// <param name="Events">Events in order.</param>
/// <param name="Next">Position to go on after.</param>
/// <param name="Full">Whether it holds as many events as were asked for, and so will never change.</param>
internal sealed record FeedPage(IReadOnlyList<PublicEvent> Events, long Next, bool Full);
