using Npgsql;
using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.EventStore.Rebuild;

/// <summary>
/// Replays the log into the empty tables of a side schema. Rows are folded in memory while the next events are read on another thread, and
/// written when enough of them have come together, each time in a transaction of its own.
/// </summary>
/// <param name="side">The schema.</param>
/// <param name="store">The log.</param>
/// <param name="folded">The memory.</param>
/// <param name="indexes">The indexes that are away.</param>
internal sealed class FoldedReplay(SideSchema side, IEventStore store, FoldedTables folded, SideIndexes indexes)
{
    private const int BatchesAhead = 4;

    private long _given;

    /// <summary>Replays up to and including a position, and leaves the tables with their indexes.</summary>
    internal async Task RunAsync(long to, CancellationToken cancellationToken)
    {
        while (side.Position < to)
        {
            var hadIndexes = indexes.AreThere;
            try
            {
                await FoldAsync(to, cancellationToken);
            }
            catch (PostgresException e) when (e.SqlState.StartsWith("23", StringComparison.Ordinal) && _given > side.Position)
            {
                // Each change was right in its turn. Folded, two rows that pass a unique value on can offend: one after the other, then.
                indexes.AreThere = hadIndexes;
                folded.Clear();
                folded.Distrust();
                await EnsureIndexesAsync(cancellationToken);
                await side.ReplayEachAsync(_given, cancellationToken);
            }
        }

        await EnsureIndexesAsync(cancellationToken);
    }

    private async Task FoldAsync(long to, CancellationToken cancellationToken)
    {
        var folder = new ChangeFolder(side.Connection, folded, indexes.EnsureAsync);
        var batches = store.ReadBatchesAsync(side.Position, (int)Math.Min(int.MaxValue, to - side.Position), cancellationToken);
        var transaction = await side.BeginAsync(cancellationToken);
        try
        {
            await foreach (var batch in Ahead.ReadAsync(batches, BatchesAhead, cancellationToken))
            {
                // Where positions have gaps, as many events reach further.
                foreach (var recorded in batch.TakeWhile(recorded => recorded.Position <= to))
                {
                    _given = recorded.Position;
                    foreach (var change in side.IsSkipped(_given) ? [] : side.Projection.Project(recorded))
                    {
                        if (!folder.TryAdd(change))
                        {
                            await folder.AddAsync(change, cancellationToken);
                        }
                    }
                }

                if (folded.Size >= side.MostValues)
                {
                    await CommitAsync(folder, transaction, _given, cancellationToken);
                    await transaction.DisposeAsync();
                    transaction = await side.BeginAsync(cancellationToken);
                }
            }

            await CommitAsync(folder, transaction, to, cancellationToken);
        }
        finally
        {
            await transaction.DisposeAsync();
        }
    }

    private async Task CommitAsync(ChangeFolder folder, NpgsqlTransaction transaction, long position, CancellationToken cancellationToken)
    {
        await folder.WriteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        side.MoveTo(position);
    }

    private async Task EnsureIndexesAsync(CancellationToken cancellationToken)
    {
        if (!indexes.AreThere)
        {
            await using var transaction = await side.BeginAsync(cancellationToken);
            await indexes.EnsureAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
