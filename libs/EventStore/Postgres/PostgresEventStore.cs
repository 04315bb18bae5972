using System.Runtime.CompilerServices;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>
/// The event log on PostgreSQL. Positions are gap-free and follow commit order, because every commit moves the one head row;
/// each event carries a hash over the one before. See <c>docs/event-log.md</c>.
/// </summary>
public sealed class PostgresEventStore : IEventStore, IAsyncDisposable
{
    private const int FirstPage = 2_000;

    private readonly NpgsqlDataSource _dataSource;
    private readonly EventTypes _types;
    private readonly SchemaPart[] _parts;
    private readonly StoredTypeIds _typeIds;
    private readonly EventReader _reader;
    private readonly StreamVersions _versions;
    private readonly LogCopy _copy;
    private readonly StreamCache _cache;
    private readonly LogWriter _writer;
    private readonly SemaphoreSlim _creating = new(1);
    private volatile bool _created;

    /// <summary>Makes a store on a data source of <see cref="EventLogDataSource"/>; it disposes of itself, not of the data source.</summary>
    /// <param name="dataSource">The service's database.</param>
    /// <param name="options">The service's events and inline projections.</param>
    /// <param name="time">The clock that events are recorded by.</param>
    /// <param name="parts">Tables to create with the log's own.</param>
    public PostgresEventStore(
        NpgsqlDataSource dataSource, PostgresEventStoreOptions options, TimeProvider time, IEnumerable<SchemaPart> parts)
    {
        ArgumentNullException.ThrowIfNull(options);
        _dataSource = dataSource;
        _types = options.Types;
        _parts = [.. parts, .. options.InlineProjections.Select(SchemaPart.Of)];
        _typeIds = new StoredTypeIds(dataSource);
        _reader = new EventReader(dataSource, options.Types, _typeIds);
        _versions = new StreamVersions(dataSource);
        _copy = new LogCopy(dataSource, options.Types, _typeIds);
        _cache = new StreamCache(options.RememberedStreams);
        _writer = new LogWriter(dataSource, _cache, options, time);
        States = new StateCache(options.RememberedEvents);
    }

    /// <inheritdoc/>
    public StateCache States { get; }

    /// <summary>Creates the tables that are missing. Every other method does so first; a service does so when it starts.</summary>
    /// <exception cref="InvalidOperationException">The database was laid out by a newer version of this program.</exception>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (_created)
        {
            return;
        }

        await _creating.WaitAsync(cancellationToken);
        try
        {
            if (!_created)
            {
                await LogSchema.CreateAsync(_dataSource, _types, _parts, cancellationToken);
                await _typeIds.RefreshAsync(cancellationToken);
                _created = true;
            }
        }
        finally
        {
            _creating.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<EventStream> LoadAsync(string stream, long after, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        await CreateAsync(cancellationToken);
        var known = _cache.Find(stream)?.Key;
        if (after > 0 && known is not null && await _versions.ReadAsync(known.Value, cancellationToken) is var version && version <= after)
        {
            return new EventStream(stream, version < after ? 0 : version, []);
        }

        var found = await _reader.ReadStreamAsync(stream, known, after, cancellationToken);
        if (found.Key is { } key)
        {
            _cache.LearnKey(stream, key);
        }

        return new EventStream(stream, found.Version, found.Events);
    }

    /// <inheritdoc/>
    /// <remarks>Once the writer has taken an append, a cancellation comes too late and the outcome is awaited.</remarks>
    public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        await CreateAsync(cancellationToken);
        AppendChecks.Check(append);
        return await MeasuredAppend.RunAsync(
            append, States, (proven, trace) => _writer.AppendAsync(new PendingAppend(proven, Encode(proven), trace), cancellationToken));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> ReadBatchesAsync(
        long after, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        await CreateAsync(cancellationToken);
        // Most readers follow the head and find a few events: a prepared query costs them least.
        var wanted = Math.Min(limit, FirstPage);
        var (events, fault) = wanted == 0 ? ([], null) : await _reader.ReadLogAsync(after, wanted, cancellationToken);
        if (events.Count > 0)
        {
            yield return events;
        }

        fault?.Throw();
        if (events.Count < wanted || limit == wanted)
        {
            yield break;
        }

        await foreach (var batch in _copy.ReadAsync(events[^1].Position, limit - wanted, cancellationToken))
        {
            yield return batch;
        }
    }

    /// <inheritdoc/>
    public async Task<long> GetHeadPositionAsync(CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        await using var command = _dataSource.CreateCommand("SELECT position FROM log.head");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Commits what has been handed in, then lets go of the writer's connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _creating.Dispose();
    }

    private List<EncodedEvent[]> Encode(Append append)
    {
        List<EncodedEvent[]> encoded = [];
        foreach (var stream in append.Streams)
        {
            encoded.Add([.. stream.Events.Select(Encode)]);
        }

        return encoded;
    }

    private EncodedEvent Encode(object domainEvent)
    {
        var name = _types.NameOf(domainEvent);
        return new EncodedEvent(domainEvent, name, _typeIds.IdOf(name), EventTypes.Encode(domainEvent));
    }
}
