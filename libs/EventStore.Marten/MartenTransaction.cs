using System.Text;
using JasperFx.Events;
using Marten;
using Marten.Services;
using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.Marten;

/// <summary>
/// One append as one transaction: lock the head, judge the versions, let Marten write the events, then inline projections and the
/// append's statements. Positions are drawn from Marten's sequence under that lock, so that they follow commit order. Inline projections are
/// given events as they will be read: <c>jsonb</c> puts members into another order, and rows are to be those that a rebuild makes.
/// </summary>
internal sealed class MartenTransaction(DocumentStore marten, PostgresEventStoreOptions options, TimeProvider time, Append append)
{
    private const string LockHead = "SELECT position FROM log.head FOR UPDATE";

    private const string ReadVersions = $"SELECT id, version FROM {MartenDocumentStore.Schema}.mt_streams WHERE id = ANY ($1)";

    private const string AsStored = "SELECT data::jsonb::text FROM unnest($1) WITH ORDINALITY AS given (data, number) ORDER BY number";

    /// <summary>Whether the commit has been sent, after which a broken connection tells nothing of it.</summary>
    internal bool IsCommitting { get; private set; }

    /// <summary>The last event written; null when there was none.</summary>
    internal IEvent? Mark { get; private set; }

    /// <summary>What the caller is told if it was committed.</summary>
    internal AppendResult? Result { get; private set; }

    internal async Task<AppendResult> RunAsync(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var (head, stored) = await LockAsync(connection, transaction);
        var written = await WriteEventsAsync(transaction);
        Mark = written.Count > 0 ? written[^1] : null;
        Result = new AppendResult(
            Mark?.Sequence ?? head, [.. append.Streams.Select(stream => stream.ExpectedVersion + stream.Events.Count)]);
        await Statements.ExecuteAsync(connection, transaction, await StatementsOfAsync(connection, written, stored), CancellationToken.None);
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

    /// <returns>The head's position; the content of each event as it will be read, where a projection wants it.</returns>
    private async Task<(long Head, IReadOnlyList<string> Stored)> LockAsync(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        LogCommands.Add(batch, LockHead);
        LogCommands.Add(batch, ReadVersions, LogCommands.Parameter(append.Streams.Select(stream => stream.Stream).ToArray()));
        LogCommands.Add(batch, AsStored, LogCommands.Parameter(Content()));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var head = reader.GetInt64(0);
        await reader.NextResultAsync();
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            versions.Add(reader.GetString(0), reader.GetInt64(1));
        }

        Judge(versions);
        await reader.NextResultAsync();
        List<string> stored = [];
        while (await reader.ReadAsync())
        {
            stored.Add(reader.GetString(0));
        }

        return (head, stored);
    }

    private string[] Content() => options.InlineProjections.Count == 0
        ? []
        : [.. append.Streams.SelectMany(stream => stream.Events).Select(domainEvent => Encoding.UTF8.GetString(EventTypes.Encode(domainEvent)))];

    /// <exception cref="WrongExpectedVersionException">A stream is at another version than its decision was made on.</exception>
    private void Judge(Dictionary<string, long> versions)
    {
        foreach (var stream in append.Streams)
        {
            if (versions.GetValueOrDefault(stream.Stream) is var version && version != stream.ExpectedVersion)
            {
                throw new WrongExpectedVersionException(stream.Stream, stream.ExpectedVersion, version);
            }
        }
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

    private async Task<IEnumerable<SqlStatement>> StatementsOfAsync(
        NpgsqlConnection connection, IReadOnlyList<IEvent> written, IReadOnlyList<string> stored)
    {
        IEnumerable<SqlStatement> head = Mark is null ? [] : [new("UPDATE log.head SET position = $1", Mark.Sequence)];
        if (stored.Count == 0)
        {
            return [.. append.Statements, .. head];
        }

        var projections = options.InlineProjections;
        var recorded = written.Zip(stored, Recorded).ToArray();
        var rows = recorded.SelectMany(domainEvent => projections.SelectMany(projection => projection.Project(domainEvent))).Select(change => change.ToStatement());
        var reading = await ProjectionBatches.ReadAsync(connection, projections, [.. recorded.Select(each => each.Data)], CancellationToken.None);
        reading.Add(recorded);
        return [.. rows.OfType<SqlStatement>(), .. reading.Write(), .. append.Statements, .. head];
    }

    private RecordedEvent Recorded(IEvent written, string stored) => MartenEventStore.Recorded(written) with
    {
        Data = options.Types.Decode(written.EventTypeName, Encoding.UTF8.GetBytes(stored)),
    };
}
