using Npgsql;

namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>What an operator can see of subscriptions and do about a stopped one.</summary>
/// <param name="dataSource">The service's database.</param>
/// <param name="time">The clock for the record of a skip.</param>
public sealed class SubscriptionOperations(NpgsqlDataSource dataSource, TimeProvider time)
{
    /// <summary>All subscriptions that ever ran, by name.</summary>
    public async Task<IReadOnlyList<SubscriptionStatus>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            "SELECT name, position, state, error, error_position, updated_at FROM log.subscriptions ORDER BY name");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<SubscriptionStatus>();
        while (await reader.ReadAsync(cancellationToken))
        {
            list.Add(Read(reader));
        }

        return list;
    }

    /// <summary>Lets a stopped subscription try again from where it stopped.</summary>
    /// <exception cref="RuleViolation"><c>subscription.not_stopped</c></exception>
    public async Task RetryAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var changed = await Statements.ExecuteAsync(
            connection,
            """
            UPDATE log.subscriptions SET state = 'running', error = NULL, error_position = NULL, updated_at = now()
            WHERE name = $1 AND state = 'stopped'
            """,
            cancellationToken,
            name);
        if (changed == 0)
        {
            throw new RuleViolation("subscription.not_stopped", "该订阅没有停止，无需重试。");
        }
    }

    /// <summary>Passes over the event that stopped a subscription, for a reason that is recorded. Done already, it does nothing.</summary>
    /// <param name="name">The subscription.</param>
    /// <param name="position">The event it stopped at; guards against skipping another one than was looked at.</param>
    /// <param name="actor">Who decided.</param>
    /// <param name="reason">Why; not empty.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="RuleViolation"><c>subscription.not_stopped_there</c></exception>
    public async Task SkipAsync(string name, long position, string actor, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var recorded = await Statements.ExecuteAsync(
            connection,
            """
            WITH stopped AS (
                SELECT name, error FROM log.subscriptions
                WHERE name = $1 AND state = 'stopped' AND error_position = $2
                FOR UPDATE),
            moved AS (
                UPDATE log.subscriptions AS s
                SET position = $2, state = 'running', error = NULL, error_position = NULL, updated_at = now()
                FROM stopped WHERE s.name = stopped.name)
            INSERT INTO log.subscription_skips (name, position, actor, reason, error, skipped_at)
            SELECT name, $2, $3, $4, error, $5 FROM stopped
            """,
            cancellationToken,
            name,
            position,
            actor,
            reason,
            time.GetUtcNow());
        if (recorded == 0 && !await IsSkippedAsync(connection, name, position, cancellationToken))
        {
            throw new RuleViolation("subscription.not_stopped_there", "该订阅没有停在这个位置，请刷新后再操作。");
        }
    }

    /// <summary>The events that a subscription was told to pass over, newest first.</summary>
    /// <param name="name">The subscription.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<IReadOnlyList<SubscriptionSkip>> ListSkipsAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            "SELECT position, actor, reason, error, skipped_at FROM log.subscription_skips WHERE name = $1 ORDER BY position DESC");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var list = new List<SubscriptionSkip>();
        while (await reader.ReadAsync(cancellationToken))
        {
            list.Add(new SubscriptionSkip(
                reader.GetInt64(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4)));
        }

        return list;
    }

    /// <summary>
    /// Lets an external subscription handle events again from a position on: the relay, whose consumers know messages by their ids. A
    /// service that begins to consume late gets the history this way. Others are refused, since their effect would double.
    /// </summary>
    /// <param name="name">The subscription.</param>
    /// <param name="position">Position after which to begin again; 0 for everything.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="RuleViolation">
    /// <c>subscription.not_rewindable</c>: it is not external, stopped, or not beyond that position.
    /// </exception>
    public async Task RewindAsync(string name, long position, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var changed = await Statements.ExecuteAsync(
            connection,
            """
            UPDATE log.subscriptions SET position = $2, updated_at = now()
            WHERE name = $1 AND position > $2 AND state = 'running' AND is_external
            """,
            cancellationToken,
            name,
            position);
        if (changed == 0)
        {
            throw new RuleViolation("subscription.not_rewindable", "该订阅不能从这个位置重放：它不可重放、已停止，或尚未越过这个位置。");
        }
    }

    private static Task<bool> IsSkippedAsync(
        NpgsqlConnection connection, string name, long position, CancellationToken cancellationToken) =>
        Statements.ScalarAsync<bool>(
            connection,
            "SELECT EXISTS (SELECT FROM log.subscription_skips WHERE name = $1 AND position = $2)",
            cancellationToken,
            name,
            position);

    private static SubscriptionStatus Read(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        reader.GetInt64(1),
        reader.GetString(2) == "stopped",
        reader.IsDBNull(3) ? null : reader.GetString(3),
        reader.IsDBNull(4) ? null : reader.GetInt64(4),
        reader.GetFieldValue<DateTimeOffset>(5));
}

/// <summary>State of a subscription.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Position">Position of the last event that took effect.</param>
/// <param name="Stopped">Whether a poisoned event stopped it.</param>
/// <param name="Error">The error that stopped it or that it is waiting out.</param>
/// <param name="ErrorPosition">Position of the poisoned event.</param>
/// <param name="UpdatedAt">Real time of the last change.</param>
public sealed record SubscriptionStatus(
    string Name,
    long Position,
    bool Stopped,
    string? Error,
    long? ErrorPosition,
    DateTimeOffset UpdatedAt);

/// <summary>An event that a subscription was told to pass over.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Actor">Who decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="Error">The error that had stopped the subscription there.</param>
/// <param name="SkippedAt">When, by the business clock.</param>
public sealed record SubscriptionSkip(long Position, string Actor, string Reason, string? Error, DateTimeOffset SkippedAt);
