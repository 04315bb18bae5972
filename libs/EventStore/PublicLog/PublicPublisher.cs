using Npgsql;
using NpgsqlTypes;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Subscriptions;

namespace YouthPlatform.EventStore.PublicLog;

/// <summary>
/// Follows the service's log and appends what the translators make of it to the public log: positions without gaps and a hash
/// chain, committed together with the publisher's checkpoint.
/// </summary>
internal sealed class PublicPublisher(
    PublicLogIdentity identity, PublicEventTypes types, IEnumerable<IPublicTranslator> translators, NpgsqlDataSource dataSource)
    : ISubscription<RecordedEvent>, IAsyncDisposable
{
    private readonly LogNotifier _notifier = new(dataSource, LogSignal.PublicLog);
    private readonly IPublicTranslator[] _translators = [.. translators];
    private long? _published;

    public string Name => "public-log";

    public async Task HandleAsync(SubscriptionBatch<RecordedEvent> batch, CancellationToken cancellationToken)
    {
        _published = null;
        var drafts = batch.Events
            .SelectMany(recorded => _translators
                .SelectMany(translator => translator.Translate(recorded))
                .Select((draft, ordinal) => new Sourced(recorded, ordinal, draft)))
            .ToList();
        if (drafts.Count == 0)
        {
            return;
        }

        var (position, hash) = await LockHeadAsync(batch.Connection, cancellationToken);
        var published = new List<(Sourced From, PublicEvent Event)>(drafts.Count);
        foreach (var draft in drafts)
        {
            var item = Publish(draft, ++position, hash);
            published.Add((draft, item));
            hash = item.Hash;
        }

        await InsertAsync(batch.Connection, published, cancellationToken);
        await batch.ExecuteAsync(
            [new SqlStatement("UPDATE public_log.head SET position = $1, hash = $2", position, hash)], cancellationToken);
        _published = position;
    }

    public void Committed()
    {
        if (_published is { } position)
        {
            _notifier.Signal(position);
        }
    }

    public ValueTask DisposeAsync() => _notifier.DisposeAsync();

    private PublicEvent Publish(Sourced source, long position, byte[] previous)
    {
        var (recorded, _, draft) = source;
        if (draft.Region is not { Length: 6 } || !draft.Region.All(char.IsAsciiDigit))
        {
            throw new InvalidOperationException($"A public event of {recorded.Type} has the region '{draft.Region}', which is no six-digit code.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(draft.Subject);
        var unhashed = new PublicEvent(
            position,
            identity.IdAt(position),
            types.NameOf(draft.Contract),
            WholeMicroseconds(draft.Time ?? recorded.RecordedAt),
            draft.Region,
            draft.Subject,
            recorded.Metadata.TraceParent,
            System.Text.Json.JsonSerializer.Serialize(draft.Contract, draft.Contract.GetType(), PublicEventTypes.Json),
            previous,
            []);
        return unhashed with { Hash = PublicHash.Compute(unhashed) };
    }

    private static DateTimeOffset WholeMicroseconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private static async Task<(long Position, byte[] Hash)> LockHeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT position, hash FROM public_log.head FOR UPDATE", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetInt64(0), await reader.GetFieldValueAsync<byte[]>(1, cancellationToken))
            : throw new InvalidOperationException("The public log has no head row.");
    }

    private static async Task InsertAsync(
        NpgsqlConnection connection, List<(Sourced From, PublicEvent Event)> published, CancellationToken cancellationToken)
    {
        await using var import = await connection.BeginBinaryImportAsync(
            """
            COPY public_log.events
                (position, id, source_position, ordinal, type, time, region, subject, traceparent, data, prevhash, hash)
            FROM STDIN (FORMAT BINARY)
            """,
            cancellationToken);
        foreach (var (from, item) in published)
        {
            await import.StartRowAsync(cancellationToken);
            await import.WriteAsync(item.Position, NpgsqlDbType.Bigint, cancellationToken);
            await import.WriteAsync(item.Id, NpgsqlDbType.Uuid, cancellationToken);
            await import.WriteAsync(from.Recorded.Position, NpgsqlDbType.Bigint, cancellationToken);
            await import.WriteAsync(from.Ordinal, NpgsqlDbType.Integer, cancellationToken);
            await WriteContentAsync(import, item, cancellationToken);
        }

        await import.CompleteAsync(cancellationToken);
    }

    /// <summary>The columns that public and combined logs have in common: type to hash.</summary>
    internal static async Task WriteContentAsync(NpgsqlBinaryImporter import, PublicEvent item, CancellationToken cancellationToken)
    {
        await import.WriteAsync(item.Type, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(item.Time, NpgsqlDbType.TimestampTz, cancellationToken);
        await import.WriteAsync(item.Region, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(item.Subject, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(item.TraceParent, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(item.Data, NpgsqlDbType.Text, cancellationToken);
        await import.WriteAsync(item.PrevHash, NpgsqlDbType.Bytea, cancellationToken);
        await import.WriteAsync(item.Hash, NpgsqlDbType.Bytea, cancellationToken);
    }

    private sealed record Sourced(RecordedEvent Recorded, int Ordinal, PublicEventDraft Draft);
}
