using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// Reads long stretches of the log with binary COPY. Stretches are fetched on other threads: positions have no gaps, so it is known where
/// each begins. Their packets are decoded on other threads too, a few at once, while whoever asked works on the one before. Memory is
/// bounded, and no connection waits for the reader.
/// </summary>
internal sealed class LogCopy(NpgsqlDataSource dataSource, EventTypes types, StoredTypeIds typeIds)
{
    private const int FirstEvents = 2_000;
    private const int FewestEvents = 200;
    private const int MostEvents = 20_000;
    private const int WantedBytes = 4 << 20;
    // One is decoded while two are fetched: the server has none to wait for.
    private const int InFlight = 3;

    /// <summary>Most events in a packet: few enough to be garbage before the collector looks at them a second time.</summary>
    private const int LargestPacket = 500;

    // Larger values make the server's allocator ask the system for each of them.
    private const int WantedPacketBytes = 48 << 10;

    // Twice as many as can be decoded at a time, so that neither who decodes nor who reads waits for the other at each packet.
    private static readonly int PacketsAhead = Math.Clamp(2 * Environment.ProcessorCount, 4, 8);

    /// <summary>Reads at most a number of events after a position.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> ReadAsync(
        long after, long limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var packet in Ahead.ReadAsync(DecodeAsync(after, limit, cancellationToken), PacketsAhead, cancellationToken))
        {
            var (events, fault) = await packet;
            if (events.Count > 0)
            {
                yield return events;
            }

            fault?.Throw();
        }
    }

    /// <summary>Begins to decode packet after packet.</summary>
    private async IAsyncEnumerable<Task<Packet>> DecodeAsync(
        long after, long limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stretch in FetchAsync(after, limit, cancellationToken))
        {
            foreach (var packet in stretch.Packets)
            {
                stretch.Hold();
                yield return Task.Run(
                    () =>
                    {
                        try
                        {
                            var (events, fault) = stretch.Decode(packet, typeIds, types);
                            return new Packet(events, fault);
                        }
                        finally
                        {
                            stretch.Release();
                        }
                    },
                    CancellationToken.None);
            }
        }
    }

    /// <summary>Fetches stretch after stretch, each held while the caller has it.</summary>
    private async IAsyncEnumerable<CopiedStretch> FetchAsync(
        long after, long limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fetcher = new StretchFetcher(dataSource, typeIds);
        var (size, packet) = (FirstEvents, LargestPacket);
        var end = after + limit;
        Queue<(int Asked, Task<CopiedStretch> Stretch)> fetching = [];
        try
        {
            while (true)
            {
                while (fetching.Count < InFlight && after < end)
                {
                    var asked = (int)Math.Min(size, end - after);
                    fetching.Enqueue((asked, fetcher.FetchAsync(after, asked, packet, cancellationToken)));
                    after += asked;
                }

                if (!fetching.TryPeek(out var next))
                {
                    yield break;
                }

                await next.Stretch;
                yield return next.Stretch.Result;
                fetching.Dequeue().Stretch.Result.Release();
                if (next.Stretch.Result.Count < next.Asked)
                {
                    yield break;
                }

                var bytesAnEvent = 1 + (next.Stretch.Result.Bytes / next.Asked);
                size = Math.Clamp(WantedBytes / bytesAnEvent, FewestEvents, MostEvents);
                packet = Math.Clamp(WantedPacketBytes / bytesAnEvent, 1, LargestPacket);
            }
        }
        finally
        {
            while (fetching.TryDequeue(out var left))
            {
                await ((Task)left.Stretch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (left.Stretch.IsCompletedSuccessfully)
                {
                    left.Stretch.Result.Release();
                }
            }
        }
    }

    private readonly record struct Packet(List<RecordedEvent> Events, ExceptionDispatchInfo? Fault);
}
