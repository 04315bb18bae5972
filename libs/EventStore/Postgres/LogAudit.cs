using System.Data;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>What an audit found.</summary>
/// <param name="Position">Last position whose event is as it was written; the head when the log is intact.</param>
/// <param name="Hash">Hash at that position, lower-case hexadecimal.</param>
/// <param name="FirstMismatch">First position that does not match, null when the log is intact.</param>
/// <param name="Reason">What does not match there.</param>
public sealed record LogVerdict(long Position, string Hash, long? FirstMismatch, string? Reason)
{
    /// <summary>Nothing was changed, removed or added behind the log's back.</summary>
    public bool IsIntact => FirstMismatch is null;
}

/// <summary>Walks a log from its first event and computes every hash anew.</summary>
public static class LogAudit
{
    private const int Range = 5_000;

    private const string Events = """
        SELECT e.position, s.name, e.version, t.name, e.stream, e.envelope, e.data, e.hash
        FROM (SELECT * FROM log.events WHERE position > $1 ORDER BY position LIMIT $2) e
        LEFT JOIN log.streams s USING (stream) LEFT JOIN log.event_types t ON t.id = log.envelope_type(e.envelope) ORDER BY e.position
        """;

    /// <summary>Verifies a whole log as of one moment.</summary>
    /// <param name="dataSource">The service's database.</param>
    /// <param name="anchors">
    /// Heads that were signed and kept elsewhere, with valid signatures. Without one, a log that was rewritten with all its hashes and its
    /// head passes.
    /// </param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <exception cref="RuleViolation"><c>log.not_chained</c>: the log is kept by a store that has no hashes.</exception>
    public static async Task<LogVerdict> VerifyAsync(
        NpgsqlDataSource dataSource, IEnumerable<SignedHead> anchors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await LogLayout.RequireHashChainAsync(connection, cancellationToken);
        var head = await ReadHeadAsync(connection, cancellationToken);
        var walk = new LogWalk(anchors);
        while (await ReadRangeAsync(connection, walk, cancellationToken))
        {
        }

        return walk.Verdict(head);
    }

    private static async Task<LogHead> ReadHeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT position, hash FROM log.head", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new LogHead(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : LogHead.Empty;
    }

    /// <summary>Goes on as long as there are events and they match.</summary>
    private static async Task<bool> ReadRangeAsync(NpgsqlConnection connection, LogWalk walk, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Events, connection);
        command.Parameters.Add(LogCommands.Parameter(walk.Head.Position));
        command.Parameters.Add(LogCommands.Parameter(Range));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            rows++;
            if (!walk.Goes(reader))
            {
                return false;
            }
        }

        return rows == Range;
    }
}
