using YouthPlatform.EventStore.Rows;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// What one commit writes: appends decided one after the other on top of a head, with positions and hashes. The decisions
/// are right when the head in the database is <see cref="Base"/> at the moment of the commit.
/// </summary>
internal sealed class CommitPlan(LogHead head, DateTimeOffset recordedAt, ProjectionBatches batches)
{
    /// <summary>Appends of so many events have their new rows gathered by table.</summary>
    private const int EventsToGather = 16;

    private readonly Dictionary<string, KnownStream> _touched = [];

    internal LogHead Base { get; } = head;

    internal LogHead Head { get; private set; } = head;

    internal DateTimeOffset RecordedAt { get; } = recordedAt;

    internal EventColumns Events { get; } = new();

    internal List<long> NewStreamKeys { get; } = [];

    internal List<string> NewStreamNames { get; } = [];

    /// <summary>Versions taken from the callers for want of better knowledge, which the commit must check.</summary>
    internal List<(long Key, int Version)> Assumed { get; } = [];

    internal List<SqlStatement> Statements { get; } = [];

    internal List<(PendingAppend Pending, AppendResult Result)> Accepted { get; } = [];

    internal List<(PendingAppend Pending, Exception Reason)> Rejected { get; } = [];

    /// <summary>Streams with their keys and versions after the commit.</summary>
    internal IReadOnlyDictionary<string, KnownStream> Touched => _touched;

    internal bool WritesEvents => Head.Position > Base.Position;

    /// <summary>Decides one append after those before it.</summary>
    /// <param name="pending">The append.</param>
    /// <param name="find">What is known of a stream at the base; null when it is not known to exist.</param>
    /// <param name="projections">Inline projections; one that throws fails this append alone.</param>
    internal void Add(PendingAppend pending, Func<string, KnownStream?> find, IReadOnlyList<IProjection> projections)
    {
        var streams = pending.Append.Streams;
        var known = new KnownStream?[streams.Count];
        for (var i = 0; i < streams.Count; i++)
        {
            known[i] = _touched.TryGetValue(streams[i].Stream, out var touched) ? touched : find(streams[i].Stream);
            var actual = known[i] is { } stream ? stream.Version ?? streams[i].ExpectedVersion : 0;
            if (actual != streams[i].ExpectedVersion)
            {
                Rejected.Add((pending, new WrongExpectedVersionException(streams[i].Stream, streams[i].ExpectedVersion, actual)));
                return;
            }
        }

        if (Projected(pending, projections) is { } statements)
        {
            Accept(pending, known, statements);
        }
    }

    /// <summary>Adds what the accepted events do to rows of projections that read their own.</summary>
    internal void Complete() => Statements.AddRange(batches.Write());

    private List<SqlStatement>? Projected(PendingAppend pending, IReadOnlyList<IProjection> projections)
    {
        try
        {
            RecordedEvent[] events = projections.Count == 0 ? [] : [.. Recorded(pending)];
            List<SqlStatement> statements = events.Length < EventsToGather ? [.. Singly(events, projections)] : [.. Gathered(events, projections)];
            batches.Add(events);
            return statements;
        }
#pragma warning disable CA1031 // Whatever a projection throws belongs to the caller whose event it was given.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Rejected.Add((pending, exception));
            return null;
        }
    }

    private static IEnumerable<SqlStatement> Singly(RecordedEvent[] events, IReadOnlyList<IProjection> projections) =>
        from recorded in events
        from projection in projections
        from change in projection.Project(recorded)
        let statement = change.ToStatement()
        where statement is not null
        select statement;

    /// <summary>A batch of a file opens streams by the hundred; projections change tables of their own, so each is gathered by itself.</summary>
    private static IEnumerable<SqlStatement> Gathered(RecordedEvent[] events, IReadOnlyList<IProjection> projections)
    {
        foreach (var projection in projections)
        {
            GatheredInserts changes = new(projection.Tables);
            foreach (var change in events.SelectMany(projection.Project))
            {
                changes.Add(change);
            }

            foreach (var statement in changes.ToStatements())
            {
                yield return statement;
            }
        }
    }

    private IEnumerable<RecordedEvent> Recorded(PendingAppend pending)
    {
        var position = Head.Position;
        for (var i = 0; i < pending.Encoded.Count; i++)
        {
            var version = pending.Append.Streams[i].ExpectedVersion;
            foreach (var encoded in pending.Encoded[i])
            {
                yield return new RecordedEvent(
                    ++position, pending.Append.Streams[i].Stream, ++version, encoded.Type, encoded.Event, pending.Append.Metadata, RecordedAt);
            }
        }
    }

    private void Accept(PendingAppend pending, KnownStream?[] known, List<SqlStatement> projected)
    {
        var versions = new long[known.Length];
        for (var i = 0; i < known.Length; i++)
        {
            var append = pending.Append.Streams[i];
            var stream = Known(append, known[i], pending.Encoded[i].Length);
            var version = (int)append.ExpectedVersion;
            foreach (var encoded in pending.Encoded[i])
            {
                var stored = new StoredEvent(
                    Head.Position + 1, append.Stream, ++version, encoded.Type, pending.Append.Metadata, RecordedAt, encoded.Data);
                Head = new LogHead(stored.Position, LogHash.Next(Head.Hash, stored));
                Events.Add(stored, stream.Key, encoded.TypeId, Head.Hash);
            }

            versions[i] = version;
            if (version > 0)
            {
                _touched[append.Stream] = stream with { Version = version };
            }
        }

        Statements.AddRange(projected);
        Statements.AddRange(pending.Append.Statements);
        Accepted.Add((pending, new AppendResult(Head.Position, versions)));
    }

    private KnownStream Known(StreamAppend append, KnownStream? known, int events)
    {
        if (known is { } stream)
        {
            if (stream.Version is null)
            {
                Assumed.Add((stream.Key, (int)append.ExpectedVersion));
            }

            return stream;
        }

        var key = Head.Position + 1;
        if (events > 0)
        {
            NewStreamKeys.Add(key);
            NewStreamNames.Add(append.Stream);
        }

        return new KnownStream(key, 0);
    }
}

/// <summary>Events of a commit as columns, the way they are sent.</summary>
internal sealed class EventColumns
{
    internal List<long> Positions { get; } = [];

    internal List<long> Streams { get; } = [];

    internal List<int> Versions { get; } = [];

    internal List<byte[]> Hashes { get; } = [];

    internal List<byte[]> Envelopes { get; } = [];

    internal List<byte[]> Data { get; } = [];

    internal void Add(in StoredEvent stored, long stream, int typeId, byte[] hash)
    {
        Positions.Add(stored.Position);
        Streams.Add(stream);
        Versions.Add(stored.Version);
        Hashes.Add(hash);
        Envelopes.Add(EventEnvelope.Write(stored, stream, typeId));
        Data.Add(stored.Data);
    }
}
