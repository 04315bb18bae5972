using JasperFx.Events;
using Marten;
using Marten.Services;
using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Marten;

/// <summary>
/// One append as one transaction: lock the head, judge the versions, let Marten write the events, then inline projections and the
/// append's statements. Positions are drawn from Marten's sequence under that lock, so that they follow commit order.
/// </summary>
internal sealed class MartenTransaction(DocumentStore marten, IEnumerable<IProjection> projections, TimeProvider time, Append append)
{
    private const string LockHead = "SELECT position FROM log.head FOR UPDATE";

    private const string ReadVersions = $"SELECT id, version FROM {MartenDocumentStore.Schema}.mt_streams WHERE id = ANY ($1)";

    /// <summary>Whether the commit has been sent, after which a broken connection tells nothing of it.</summary>
    internal bool IsCommitting { get; private set; }

    /// <summary>The last event written; null when there was none.</summary>
    internal IEvent? Mark { get; private set; }

    /// <summary>What the caller is told if it was committed.</summary>
    internal AppendResult? Result { get; private set; }

    internal async Task<AppendResult> RunAsync(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var head = await LockAsync(connection, transaction);
        var written = await WriteEventsAsync(transaction);
        Mark = written.Count > 0 ? written[^1] : null;
        Result = new AppendResult(
            Mark?.Sequence ?? head, [.. append.Streams.Select(stream => stream.ExpectedVersion + stream.Events.Count)]);
        await Statements.ExecuteAsync(connection, transaction, await StatementsOfAsync(connection, written), CancellationToken.None);
        IsCommitting = true;
        await transaction.CommitAsync();
        return Result;
    }

    /// <summary>Whether the events are there; under the lock, so that nothing of the transaction is under way any more.</summary>
    internal async Task<bool> IsWrittenAsync(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await Statements.ExecuteAsync(connection, LockHead, CancellationToken.None);
        return await Statements.ScalarAsync<bool>(
            connection,
            $"SELECT EXISTS (SELECT FROM {MartenDocumentStore.Schema}.mt_events WHERE seq_id = $1 AND id = $2)",
            CancellationToken.None,
            Mark!.Sequence,
            Mark.Id);
    }

    private async Task<long> LockAsync(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        LogCommands.Add(batch, LockHead);
        LogCommands.Add(batch, ReadVersions, LogCommands.Parameter(append.Streams.Select(stream => stream.Stream).ToArray()));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var head = reader.GetInt64(0);
        await reader.NextResultAsync();
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            versions.Add(reader.GetString(0), reader.GetInt64(1));
        }

        foreach (var stream in append.Streams)
        {
            if (versions.GetValueOrDefault(stream.Stream) is var version && version != stream.ExpectedVersion)
            {
                throw new WrongExpectedVersionException(stream.Stream, stream.ExpectedVersion, version);
            }
        }

        return head;
    }

    private async Task<IReadOnlyList<IEvent>> WriteEventsAsync(NpgsqlTransaction transaction)
    {
        await using var session = marten.LightweightSession(SessionOptions.ForTransaction(transaction));
        var now = LogHash.Truncate(time.GetUtcNow());
        List<IEvent> written = [];
        foreach (var stream in append.Streams.Where(stream => stream.Events.Count > 0))
        {
            var events = stream.Events.Select(domainEvent => Wrap(session, domainEvent, now)).ToArray();
            var action = stream.ExpectedVersion == 0
                ? session.Events.StartStream(stream.Stream, events)
                : session.Events.Append(stream.Stream, stream.ExpectedVersion + events.Length, events);
            written.AddRange(action.Events);
        }

        await session.SaveChangesAsync();
        return written;
    }

    private object Wrap(IDocumentSession session, object domainEvent, DateTimeOffset now)
    {
        var wrapped = session.Events.BuildEvent(domainEvent);
        wrapped.Id = Guid.CreateVersion7(now);
        wrapped.Timestamp = now;
        wrapped.UserName = append.Metadata.Actor;
        wrapped.CorrelationId = append.Metadata.TraceParent;
        wrapped.CausationId = append.Metadata.CausationId;
        return wrapped;
    }

    private async Task<IEnumerable<SqlStatement>> StatementsOfAsync(NpgsqlConnection connection, IReadOnlyList<IEvent> written)
    {
        var recorded = written.Select(MartenEventStore.Recorded).ToArray();
        IEnumerable<SqlStatement> head = Mark is null ? [] : [new("UPDATE log.head SET position = $1", Mark.Sequence)];
        var rows = recorded.SelectMany(domainEvent => projections.SelectMany(projection => projection.Project(domainEvent))).Select(change => change.ToStatement());
        var reading = await ProjectionBatches.ReadAsync(connection, projections, [.. recorded.Select(each => each.Data)], CancellationToken.None);
        reading.Add(recorded);
        return [.. rows.OfType<SqlStatement>(), .. reading.Write(), .. append.Statements, .. head];
    }
}
