using System.Buffers;
using System.Globalization;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>Fetches the stretches of one reading, each on another thread; copies overlap, names are looked up in turn.</summary>
internal sealed class StretchFetcher(NpgsqlDataSource dataSource, StoredTypeIds typeIds)
{
    private readonly StreamNames _names = new(dataSource);
    private Task _newest = Task.CompletedTask;

    /// <summary>Begins to fetch the events after a position; to be called in their order.</summary>
    /// <param name="after">The position.</param>
    /// <param name="events">How many events.</param>
    /// <param name="packet">How many of them the server sends as one value.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">Events are missing.</exception>
    internal Task<CopiedStretch> FetchAsync(long after, int events, int packet, CancellationToken cancellationToken)
    {
        var before = _newest;
        var fetching = Task.Run(
            async () =>
            {
                var stretch = await CopyAsync(after, events, packet, cancellationToken);
                try
                {
                    await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    await _names.NameAsync(stretch, cancellationToken);
                    await LearnTypesAsync(stretch, cancellationToken);
                    return stretch;
                }
                catch
                {
                    stretch.Release();
                    throw;
                }
            },
            cancellationToken);
        _newest = fetching;
        return fetching;
    }

    private async Task<CopiedStretch> CopyAsync(long after, int events, int packet, CancellationToken cancellationToken)
    {
        // COPY takes no parameters; these are numbers. An event's envelope stands before its data as the aggregate's separator, so that one
        // call adds both; there is none before the first.
        var sql = string.Create(CultureInfo.InvariantCulture, $"""
            COPY (
                SELECT
                    (SELECT max(e.position) FROM log.events e WHERE e.position > packet.after AND e.position <= least(packet.after + {packet}, {after + events})),
                    (SELECT e.envelope FROM log.events e WHERE e.position = packet.after + 1),
                    (SELECT string_agg(e.data, e.envelope) FROM (
                        SELECT data, envelope FROM log.events
                        WHERE position > packet.after AND position <= least(packet.after + {packet}, {after + events}) ORDER BY position) e)
                FROM generate_series({after}::bigint, {after + events - 1}, {packet}) AS packet (after))
            TO STDOUT (FORMAT binary)
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

            return new CopiedStretch(buffer, length, after, events);
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

    /// <summary>Newer processes may have written types that this one has not met.</summary>
    private async Task LearnTypesAsync(CopiedStretch stretch, CancellationToken cancellationToken)
    {
        for (var row = 0; row < stretch.Count; row++)
        {
            if (typeIds.NameOf(stretch.TypeAt(row)) is null)
            {
                await typeIds.RefreshAsync(cancellationToken);
                return;
            }
        }
    }
}
