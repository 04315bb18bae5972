using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// Reads long stretches of the log with binary COPY. While a stretch is decoded by whoever asked, the next one is fetched on
/// another thread; there are never more than these two in memory, and no connection waits for the reader.
/// </summary>
internal sealed class LogCopy(NpgsqlDataSource dataSource, EventTypes types, StoredTypeIds typeIds)
{
    private const int FirstEvents = 2_000;
    private const int FewestEvents = 200;
    private const int MostEvents = 20_000;
    private const int WantedBytes = 4 << 20;

    /// <summary>Reads at most a number of events after a position.</summary>
    internal async IAsyncEnumerable<RecordedEvent> ReadAsync(
        long after, long limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = new StreamNames(dataSource);
        var asked = (int)Math.Min(FirstEvents, limit);
        var fetching = FetchAsync(after, asked, names, cancellationToken);
        try
        {
            while (true)
            {
                using var stretch = await fetching;
                limit -= stretch.Count;
                var isLast = stretch.Count < asked || limit == 0;
                if (!isLast)
                {
                    asked = (int)Math.Min(limit, Math.Clamp((long)WantedBytes * stretch.Count / stretch.Bytes, FewestEvents, MostEvents));
                    fetching = FetchAsync(stretch.LastPosition, asked, names, cancellationToken);
                }

                for (var i = 0; i < stretch.Count; i++)
                {
                    yield return stretch.Decode(i, types);
                }

                if (isLast)
                {
                    yield break;
                }
            }
        }
        finally
        {
            await ((Task)fetching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (fetching.IsCompletedSuccessfully)
            {
                fetching.Result.Dispose();
            }
        }
    }

    private Task<CopiedStretch> FetchAsync(long after, int events, StreamNames names, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            var stretch = await CopyAsync(after, events, cancellationToken);
            try
            {
                stretch.Find();
                await names.NameAsync(stretch, cancellationToken);
                await NameTypesAsync(stretch, cancellationToken);
                return stretch;
            }
            catch
            {
                stretch.Dispose();
                throw;
            }
        },
        cancellationToken);

    private async Task<CopiedStretch> CopyAsync(long after, int events, CancellationToken cancellationToken)
    {
        // COPY takes no parameters; these are numbers.
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            COPY (SELECT position, stream, version, type, recorded_at, data, actor, trace_parent, causation_id
                FROM log.events WHERE position > {after} ORDER BY position LIMIT {events}) TO STDOUT (FORMAT binary)
            """);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginRawBinaryCopyAsync(sql, cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var length = 0;
            while (await copy.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
                if (length == buffer.Length)
                {
                    buffer = Grown(buffer);
                }
            }

            return new CopiedStretch(buffer, length);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private async Task NameTypesAsync(CopiedStretch stretch, CancellationToken cancellationToken)
    {
        var isRefreshed = false;
        for (var i = 0; i < stretch.Count; i++)
        {
            var name = typeIds.NameOf(stretch.TypeAt(i));
            if (name is null && !isRefreshed)
            {
                await typeIds.RefreshAsync(cancellationToken);
                isRefreshed = true;
                name = typeIds.NameOf(stretch.TypeAt(i));
            }

            stretch.Types[i] = name ?? throw new UnknownEventTypeException($"number {stretch.TypeAt(i)}");
        }
    }
}
