using System.Diagnostics;
using System.Globalization;

namespace YouthPlatform.Feed.Bench;

/// <summary>When each event was handed in, committed, confirmed by the broker, and seen on the feed.</summary>
internal sealed class Instants : IDisposable
{
    private readonly long[] _handedIn;
    private readonly long[] _committed;
    private readonly long[] _confirmed;
    private readonly long[] _streamed;
    private readonly long[] _positions;
    private readonly ActivityListener _relay;

    /// <summary>Makes room for events numbered from 0.</summary>
    /// <param name="events">How many.</param>
    internal Instants(int events)
    {
        Count = events;
        _handedIn = new long[events];
        _committed = new long[events];
        _confirmed = new long[events];
        _positions = new long[events];
        _streamed = new long[events + 1];

        // The relay's activity of a message ends when the broker has confirmed it; its trace is that of the event.
        _relay = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "YouthPlatform.Messaging",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Mark(_confirmed, int.Parse(activity.TraceId.ToHexString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) - 1),
        };
        ActivitySource.AddActivityListener(_relay);
    }

    internal int Count { get; }

    /// <summary>How many events were confirmed.</summary>
    internal int ConfirmedCount => _confirmed.Count(instant => instant > 0);

    /// <summary>The trace that an event carries.</summary>
    internal static string TraceParent(int number) =>
        $"00-{(number + 1).ToString("x32", CultureInfo.InvariantCulture)}-00000000000000aa-01";

    internal void HandedIn(int number) => Mark(_handedIn, number);

    internal void Committed(int number, long position)
    {
        Mark(_committed, number);
        _positions[number] = position;
    }

    internal void Streamed(long position) => Mark(_streamed, (int)position);

    internal Latencies Commits(int from) => Between(from, number => _handedIn[number], number => _committed[number]);

    internal Latencies Confirms(int from) => Between(from, number => _committed[number], number => _confirmed[number]);

    internal Latencies Streams(int from) => Between(from, number => _committed[number], number => _streamed[_positions[number]]);

    public void Dispose() => _relay.Dispose();

    private static void Mark(long[] instants, int at) => Interlocked.CompareExchange(ref instants[at], Stopwatch.GetTimestamp(), 0);

    private Latencies Between(int from, Func<int, long> begin, Func<int, long> end) => new(
        [.. Enumerable.Range(from, Count - from).Select(number => Math.Max(0, Stopwatch.GetElapsedTime(begin(number), end(number)).TotalMilliseconds)).Order()]);
}

/// <summary>Sorted latencies, in milliseconds.</summary>
internal sealed record Latencies(double[] Sorted)
{
    internal double P50 => At(0.50);

    internal double P99 => At(0.99);

    internal double Max => Sorted[^1];

    private double At(double share) => Sorted[(int)Math.Ceiling(share * Sorted.Length) - 1];
}
