using Npgsql;

namespace YouthPlatform.EventStore.PublicLog;

/// <summary>Reads a public log: the service's own, or a combined one.</summary>
public sealed class PublicLogReader
{
    private const string OwnColumns = "position, id, type, time, region, subject, traceparent, data, prevhash, hash";

    private const int OwnFields = 10;

    private readonly NpgsqlDataSource _dataSource;
    private readonly string _schema;
    private readonly string _columns;

    /// <summary>Reads the service's own public log.</summary>
    /// <param name="dataSource">The service's database.</param>
    public PublicLogReader(NpgsqlDataSource dataSource)
        : this(dataSource, PublicLogSchema.Name, OwnColumns)
    {
    }

    private PublicLogReader(NpgsqlDataSource dataSource, string schema, string columns) =>
        (_dataSource, _schema, _columns) = (dataSource, schema, columns);

    /// <summary>Reads the <see cref="CombinedLog"/> of a database.</summary>
    /// <param name="dataSource">The database.</param>
    public static PublicLogReader OfCombinedLog(NpgsqlDataSource dataSource) =>
        new(dataSource, CombinedLogSchema.Name, OwnColumns + ", source, source_position, source_hash");

    /// <summary>Reads events after a position, in order.</summary>
    /// <param name="after">Position to begin after; 0 for the beginning.</param>
    /// <param name="limit">Most events to return.</param>
    /// <param name="types">CloudEvents types to return; null or empty for all.</param>
    /// <param name="regions">GB/T 2260 codes; those ending in 00 or 0000 stand for all codes within; null or empty for all.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<PublicEvent>> ReadAsync(
        long after,
        int limit,
        IReadOnlyCollection<string>? types,
        IReadOnlyCollection<string>? regions,
        CancellationToken cancellationToken)
    {
        await using var command = _dataSource.CreateCommand(
            $"""
            SELECT {_columns} FROM {_schema}.events
            WHERE position > $1
                AND ($3::text[] IS NULL OR type = ANY ($3))
                AND ($4::text[] IS NULL OR region LIKE ANY ($4))
            ORDER BY position LIMIT $2
            """);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        command.Parameters.Add(ArrayOrNull(types));
        command.Parameters.Add(ArrayOrNull(regions?.Select(Pattern)));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<PublicEvent>(Math.Min(limit, 256));
        while (await reader.ReadAsync(cancellationToken))
        {
            events.Add(Read(reader));
        }

        return events;
    }

    /// <summary>Position of the newest public event, 0 when there is none.</summary>
    public async Task<long> GetHeadPositionAsync(CancellationToken cancellationToken)
    {
        await using var command = _dataSource.CreateCommand($"SELECT position FROM {_schema}.head");
        return await command.ExecuteScalarAsync(cancellationToken) is long position ? position : 0;
    }

    /// <summary>Position and hash of the newest public event; 0 and zeros when there is none.</summary>
    public async Task<PublicHead> GetHeadAsync(CancellationToken cancellationToken)
    {
        await using var command = _dataSource.CreateCommand($"SELECT position, hash FROM {_schema}.head");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : new(0, PublicHash.Zero);
    }

    private static PublicEvent Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetGuid(1),
        reader.GetString(2),
        reader.GetFieldValue<DateTimeOffset>(3),
        reader.GetString(4),
        reader.GetString(5),
        reader.IsDBNull(6) ? null : reader.GetString(6),
        reader.GetString(7),
        reader.GetFieldValue<byte[]>(8),
        reader.GetFieldValue<byte[]>(9))
    {
        Origin = reader.FieldCount > OwnFields ? new(reader.GetString(OwnFields), reader.GetInt64(OwnFields + 1), reader.GetFieldValue<byte[]>(OwnFields + 2)) : null,
    };

    private static NpgsqlParameter ArrayOrNull(IEnumerable<string>? values)
    {
        string[] array = [.. values ?? []];
        return new NpgsqlParameter { Value = array.Length == 0 ? DBNull.Value : array, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text };
    }

    private static string Pattern(string region)
    {
        if (region.Length != 6 || !region.All(char.IsAsciiDigit))
        {
            throw new ArgumentException($"'{region}' is no six-digit region code.", nameof(region));
        }

        return region.EndsWith("0000", StringComparison.Ordinal) ? region[..2] + "%"
            : region.EndsWith("00", StringComparison.Ordinal) ? region[..4] + "%"
            : region;
    }
}

/// <summary>Where the public log ends.</summary>
/// <param name="Position">Position of the newest event, 0 when there is none.</param>
/// <param name="Hash">Hash of that event, 32 bytes; zeros when there is none.</param>
public sealed record PublicHead(long Position, byte[] Hash);
