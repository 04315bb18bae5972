using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>An answer that was given to a request with an idempotency key.</summary>
/// <param name="Fingerprint">Digest of the request, to notice a key used for another one.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body as sent; null when there was none.</param>
/// <param name="ETag">Value of the ETag header, if any.</param>
/// <param name="Location">Value of the Location header, if any.</param>
/// <param name="RecordedAt">Instant of the answer, UTC.</param>
public sealed record IdempotentAnswer(
    byte[] Fingerprint, int Status, byte[]? Body, string? ETag, string? Location, DateTimeOffset RecordedAt);

/// <summary>Answers by idempotency key. An answer commits with what it answers for.</summary>
/// <param name="dataSource">The service's database, whose log has been created.</param>
public sealed class IdempotencyStore(NpgsqlDataSource dataSource)
{
    /// <summary>Constraint named by the <see cref="UniqueViolationException"/> when the key was answered meanwhile.</summary>
    public const string Constraint = "idempotency_pkey";

    /// <summary>Finds the answer given to a key.</summary>
    /// <param name="scope">Who the key belongs to: route and client.</param>
    /// <param name="key">The client's key.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IdempotentAnswer?> FindAsync(string scope, string key, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            "SELECT fingerprint, status, body, etag, location, recorded_at FROM log.idempotency WHERE scope = $1 AND key = $2");
        command.Parameters.Add(LogCommands.Parameter(scope));
        command.Parameters.Add(LogCommands.Parameter(key));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new IdempotentAnswer(
                reader.GetFieldValue<byte[]>(0),
                reader.GetInt32(1),
                reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                new DateTimeOffset(reader.GetDateTime(5)))
            : null;
    }

    /// <summary>The row of an answer, to be committed with what it answers for.</summary>
    /// <param name="scope">Who the key belongs to: route and client.</param>
    /// <param name="key">The client's key.</param>
    /// <param name="answer">The answer.</param>
    public static SqlStatement Save(string scope, string key, IdempotentAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new(
            """
            INSERT INTO log.idempotency (scope, key, fingerprint, status, body, etag, location, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            scope,
            key,
            answer.Fingerprint,
            answer.Status,
            answer.Body,
            answer.ETag,
            answer.Location,
            answer.RecordedAt.ToUniversalTime());
    }
}
