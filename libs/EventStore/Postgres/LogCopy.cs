using System.Runtime.CompilerServices;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// Reads long stretches of the log with binary COPY. While a stretch is decoded by whoever asked, the next ones are fetched on
/// other threads: positions have no gaps, so it is known where each begins. Memory is bounded, and no connection waits for the reader.
/// </summary>
internal sealed class LogCopy(NpgsqlDataSource dataSource, EventTypes types, StoredTypeIds typeIds)
{
    /// <summary>Most events in a batch: few enough to be garbage before the collector looks at them a second time.</summary>
    private const int BatchSize = 1_000;

    private const int FirstEvents = 2_000;
    private const int FewestEvents = 200;
    private const int MostEvents = 20_000;
    private const int WantedBytes = 4 << 20;
    private const int InFlight = 2;

    /// <summary>Reads at most a number of events after a position.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> ReadAsync(
        long after, long limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fetcher = new StretchFetcher(dataSource, typeIds);
        var size = FirstEvents;
        var end = after + limit;
        Queue<(int Asked, Task<CopiedStretch> Stretch)> fetching = [];
        try
        {
            while (true)
            {
                while (fetching.Count < InFlight && after < end)
                {
                    var asked = (int)Math.Min(size, end - after);
                    fetching.Enqueue((asked, fetcher.FetchAsync(after, asked, cancellationToken)));
                    after += asked;
                }

                if (!fetching.TryPeek(out var next))
                {
                    yield break;
                }

                using var stretch = await next.Stretch;
                fetching.Dequeue();
                foreach (var batch in Decode(stretch))
                {
                    yield return batch;
                }

                if (stretch.Count < next.Asked)
                {
                    yield break;
                }

                size = (int)Math.Clamp((long)WantedBytes * stretch.Count / stretch.Bytes, FewestEvents, MostEvents);
            }
        }
        finally
        {
            while (fetching.TryDequeue(out var left))
            {
                await ((Task)left.Stretch).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (left.Stretch.IsCompletedSuccessfully)
                {
                    left.Stretch.Result.Dispose();
                }
            }
        }
    }

    private IEnumerable<List<RecordedEvent>> Decode(CopiedStretch stretch)
    {
        for (var row = 0; row < stretch.Count;)
        {
            var batch = Decode(stretch, row, Math.Min(stretch.Count, row + BatchSize));
            row += batch.Count;
            yield return batch;
        }
    }

    /// <summary>Decodes rows; fewer when one of them cannot be decoded, which fails when it comes first.</summary>
    private List<RecordedEvent> Decode(CopiedStretch stretch, int from, int to)
    {
        List<RecordedEvent> batch = new(to - from);
        var (number, name) = (0, "");
        try
        {
            for (var row = from; row < to; row++)
            {
                if (stretch.TypeAt(row) is var type && type != number)
                {
                    (number, name) = (type, typeIds.NameOf(type) ?? throw new UnknownEventTypeException($"number {type}"));
                }

                batch.Add(stretch.Decode(row, name, types));
            }
        }
#pragma warning disable CA1031 // The next batch begins with this row and fails.
        catch when (batch.Count > 0)
#pragma warning restore CA1031
        {
            return batch;
        }

        return batch;
    }
}
