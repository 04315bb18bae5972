using Npgsql;
using NpgsqlTypes;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.PublicLog;

/// <summary>
/// The public logs of several services in one order that never changes: the order in which their events arrived here. Positions have no gaps, the events of one
/// service keep their order, and a hash chain of its own binds them; each event says where it stands in its service's log.
/// </summary>
public sealed class CombinedLog(NpgsqlDataSource dataSource) : IAsyncDisposable
{
    private readonly LogNotifier _notifier = new(dataSource, LogSignal.CombinedLog);

    /// <summary>How far a service's log has been taken in, 0 when nothing has.</summary>
    /// <param name="source">CloudEvents source of the service.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<long> PositionOfAsync(string source, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("SELECT position FROM combined_log.sources WHERE source = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = source });
        return await command.ExecuteScalarAsync(cancellationToken) is long position ? position : 0;
    }

    /// <summary>Takes in events of a service; those that are there already are passed over, so whoever is not sure sends them again.</summary>
    /// <param name="source">CloudEvents source of the service.</param>
    /// <param name="events">Events as the service published them, in order.</param>
    /// <param name="cancellationToken">Cancels the append.</param>
    /// <exception cref="MissingEventsException">Events of the service before these are not here; nothing was taken in.</exception>
    public async Task AppendAsync(string source, IReadOnlyList<PublicEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var head = await LockHeadAsync(connection, cancellationToken);
        var known = await KnownAsync(connection, source, cancellationToken);
        var fresh = events.Where(item => item.Position > known).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        if (fresh.Where((item, index) => item.Position != known + index + 1).Any())
        {
            throw new MissingEventsException(source, known + 1);
        }

        var chained = Chain(source, fresh, head);
        await CopyAsync(connection, chained, cancellationToken);
        await Statements.ExecuteAsync(
            connection,
            transaction,
            [
                new SqlStatement(
                    "INSERT INTO combined_log.sources (source, position) VALUES ($1, $2) ON CONFLICT (source) DO UPDATE SET position = excluded.position",
                    source,
                    fresh[^1].Position),
                new SqlStatement("UPDATE combined_log.head SET position = $1, hash = $2", chained[^1].Position, chained[^1].Hash),
            ],
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _notifier.Signal(chained[^1].Position);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _notifier.DisposeAsync();

    private static List<PublicEvent> Chain(string source, List<PublicEvent> events, PublicHead head)
    {
        var (position, hash) = head;
        var chained = new List<PublicEvent>(events.Count);
        foreach (var item in events)
        {
            var moved = item with { Position = ++position, PrevHash = hash, Origin = new(source, item.Position, item.Hash) };
            hash = PublicHash.Compute(moved);
            chained.Add(moved with { Hash = hash });
        }

        return chained;
    }

    private static async Task<PublicHead> LockHeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT position, hash FROM combined_log.head FOR UPDATE", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1))
            : throw new InvalidOperationException("The combined log has no head row.");
    }

    private static async Task<long> KnownAsync(NpgsqlConnection connection, string source, CancellationToken cancellationToken)
    {
        await using var command = Statements.Command(connection, "SELECT position FROM combined_log.sources WHERE source = $1", source);
        return await command.ExecuteScalarAsync(cancellationToken) is long position ? position : 0;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, List<PublicEvent> events, CancellationToken cancellationToken)
    {
        await using var import = await connection.BeginBinaryImportAsync(
            """
            COPY combined_log.events
                (position, id, source, source_position, source_hash, type, time, region, subject, traceparent, data, prevhash, hash)
            FROM STDIN (FORMAT BINARY)
            """,
            cancellationToken);
        foreach (var item in events)
        {
            await import.StartRowAsync(cancellationToken);
            await import.WriteAsync(item.Position, NpgsqlDbType.Bigint, cancellationToken);
            await import.WriteAsync(item.Id, NpgsqlDbType.Uuid, cancellationToken);
            await import.WriteAsync(item.Origin!.Source, NpgsqlDbType.Text, cancellationToken);
            await import.WriteAsync(item.Origin.Position, NpgsqlDbType.Bigint, cancellationToken);
            await import.WriteAsync(item.Origin.Hash, NpgsqlDbType.Bytea, cancellationToken);
            await PublicPublisher.WriteContentAsync(import, item, cancellationToken);
        }

        await import.CompleteAsync(cancellationToken);
    }
}

/// <summary>Events that come before those at hand have not arrived yet.</summary>
/// <param name="source">Whose.</param>
/// <param name="position">The first that is missing.</param>
public sealed class MissingEventsException(string source, long position) : Exception($"Event {position} of {source} has not arrived yet.");
