using System.Runtime.CompilerServices;
using System.Text.Json;
using JasperFx.Events;
using Marten;
using Npgsql;
using YouthPlatform.EventStore.Postgres;

namespace YouthPlatform.EventStore.Marten;

/// <summary>
/// The event log kept by Marten, behind the same port. Positions follow commit order, as every append holds the head row until it is
/// committed; they have gaps, and there is no hash chain. See <c>docs/adr/0005-marten.md</c>.
/// </summary>
public sealed class MartenEventStore : IEventStore, IAsyncDisposable
{
    private const int PageSize = 2_000;

    private readonly NpgsqlDataSource _dataSource;
    private readonly DocumentStore _marten;
    private readonly EventTypes _types;
    private readonly SchemaPart[] _parts;
    private readonly MartenWriter _writer;
    private readonly SemaphoreSlim _creating = new(1);
    private volatile bool _created;
    private bool _disposed;

    /// <summary>Makes a store on a data source of <see cref="EventLogDataSource"/>; it disposes of itself, not of the data source.</summary>
    /// <param name="dataSource">The service's database.</param>
    /// <param name="options">The service's events and inline projections.</param>
    /// <param name="time">The clock that events are recorded by.</param>
    /// <param name="parts">Tables to create with the log's own.</param>
    public MartenEventStore(
        NpgsqlDataSource dataSource, PostgresEventStoreOptions options, TimeProvider time, IEnumerable<SchemaPart> parts)
    {
        ArgumentNullException.ThrowIfNull(options);
        _dataSource = dataSource;
        _types = options.Types;
        _parts = [.. parts, .. options.InlineProjections.Select(SchemaPart.Of)];
        _marten = MartenDocumentStore.Create(dataSource, options.Types);
        _writer = new MartenWriter(_marten, dataSource, options, time);
        States = new StateCache(options.RememberedEvents);
    }

    /// <inheritdoc/>
    public StateCache States { get; }

    /// <summary>Creates the tables that are missing. Every other method does so first; a service does so when it starts.</summary>
    /// <exception cref="InvalidOperationException">The database is one of a newer program or of another store.</exception>
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
                await MartenSchema.CreateAsync(_dataSource, _marten, _parts, cancellationToken);
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
        await using var session = _marten.QuerySession();
        // With the event at the version itself, which shows that the stream got there.
        var events = await MartenFaults.TranslateAsync(() => session.Events.FetchStreamAsync(stream, fromVersion: after, token: cancellationToken));
        var version = events.Count > 0 ? events[^1].Version : 0;
        return new EventStream(stream, version, [.. events.Where(stored => stored.Version > after).Select(Recorded)]);
    }

    /// <inheritdoc/>
    /// <remarks>Once the head is locked, a cancellation comes too late and the outcome is awaited.</remarks>
    public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        await CreateAsync(cancellationToken);
        AppendChecks.Check(append);
        foreach (var domainEvent in append.Streams.SelectMany(stream => stream.Events))
        {
            _types.NameOf(domainEvent);
        }

        return await MeasuredAppend.RunAsync(append, States, (proven, _) => _writer.AppendAsync(proven, cancellationToken));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> ReadBatchesAsync(
        long after, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        await CreateAsync(cancellationToken);
        for (var (size, isLast) = (PageSize, limit == 0); !isLast;)
        {
            var wanted = Math.Min(limit, size);
            if (await ReadPageAsync(after, wanted, cancellationToken) is not { } page)
            {
                // An event among them cannot be decoded: those before it are given first.
                size = wanted / 2;
                continue;
            }

            (isLast, limit) = (page.Length < wanted || page.Length == limit, limit - page.Length);
            if (page.Length > 0)
            {
                after = page[^1].Position;
                yield return page;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<long> GetHeadPositionAsync(CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        await using var command = _dataSource.CreateCommand("SELECT position FROM log.head");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Commits what has been handed in, then lets go of Marten.</summary>
    public async ValueTask DisposeAsync()
    {
        // The container knows the store by two names and disposes of it by each.
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        await _writer.DisposeAsync();
        await _marten.DisposeAsync();
        _creating.Dispose();
    }

    internal static RecordedEvent Recorded(IEvent stored) => new(
        stored.Sequence,
        stored.StreamKey!,
        stored.Version,
        stored.EventTypeName,
        stored.Data,
        new EventMetadata(stored.UserName!, stored.CorrelationId, stored.CausationId),
        stored.Timestamp.ToUniversalTime());

    /// <summary>Reads some events; null when one of several cannot be decoded.</summary>
    private async Task<RecordedEvent[]?> ReadPageAsync(long after, int limit, CancellationToken cancellationToken)
    {
        await using var session = _marten.QuerySession();
        try
        {
            var events = await MartenFaults.TranslateAsync(() => session.Events.QueryAllRawEvents()
                .Where(stored => stored.Sequence > after && stored.StreamKey != MartenDocumentStore.Tombstones)
                .OrderBy(stored => stored.Sequence)
                .Take(limit)
                .ToListAsync(cancellationToken));
            return [.. events.Select(Recorded)];
        }
        catch (Exception exception) when (limit > 1 && exception is UnknownEventTypeException or JsonException)
        {
            return null;
        }
    }
}
