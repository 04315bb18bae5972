using Npgsql;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>An attempt to bring events to a subscriber.</summary>
/// <param name="Id">Grows with every attempt.</param>
/// <param name="First">Position of the first event.</param>
/// <param name="Last">Position of the last one.</param>
/// <param name="Events">How many.</param>
/// <param name="At">When it began, real time.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Succeeded">Whether the subscriber took them.</param>
/// <param name="Outcome">HTTP status, or what went wrong.</param>
internal sealed record Attempt(long Id, long First, long Last, int Events, DateTimeOffset At, int Milliseconds, bool Succeeded, string Outcome);

/// <summary>The last attempts of each subscriber; older ones go as new ones come.</summary>
internal sealed class AttemptLog(NpgsqlDataSource database)
{
    private const int Kept = 1000;
    private const int LongestOutcome = 500;

    public Task AddAsync(string subscriber, Attempt attempt, CancellationToken cancellationToken) =>
        database.RowsAsync(
            """
            WITH added AS (
                INSERT INTO feeds.attempts (subscriber, first, last, events, at, milliseconds, succeeded, outcome)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8))
            DELETE FROM feeds.attempts WHERE subscriber = $1 AND id <= (
                SELECT id FROM feeds.attempts WHERE subscriber = $1 ORDER BY id DESC OFFSET $9 LIMIT 1)
            """,
            [
                subscriber,
                attempt.First,
                attempt.Last,
                attempt.Events,
                attempt.At,
                attempt.Milliseconds,
                attempt.Succeeded,
                attempt.Outcome.Length > LongestOutcome ? attempt.Outcome[..LongestOutcome] : attempt.Outcome,
                Kept,
            ],
            row => row.FieldCount,
            cancellationToken);

    /// <summary>Attempts before an id, newest first.</summary>
    public Task<List<Attempt>> ReadAsync(string subscriber, long before, int limit, CancellationToken cancellationToken) =>
        database.RowsAsync(
            """
            SELECT id, first, last, events, at, milliseconds, succeeded, outcome FROM feeds.attempts
            WHERE subscriber = $1 AND id < $2 ORDER BY id DESC LIMIT $3
            """,
            [subscriber, before, limit],
            row => new Attempt(
                row.GetInt64(0),
                row.GetInt64(1),
                row.GetInt64(2),
                row.GetInt32(3),
                row.GetFieldValue<DateTimeOffset>(4),
                row.GetInt32(5),
                row.GetBoolean(6),
                row.GetString(7)),
            cancellationToken);

    /// <summary>How many attempts failed since the last that did not.</summary>
    public async Task<int> FailuresInARowAsync(string subscriber, CancellationToken cancellationToken) =>
        (await database.RowsAsync(
            """
            SELECT count(*)::int FROM feeds.attempts WHERE subscriber = $1
                AND id > coalesce((SELECT max(id) FROM feeds.attempts WHERE subscriber = $1 AND succeeded), 0)
            """,
            [subscriber],
            row => row.GetInt32(0),
            cancellationToken)).Single();
}
