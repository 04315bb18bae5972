using Npgsql;

namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>The statements on <c>log.subscriptions</c> that a running subscription needs.</summary>
internal static class CheckpointTable
{
    private const int MaxErrorLength = 4000;

    public static async Task<Checkpoint> LoadAsync(
        NpgsqlConnection connection, string name, string channel, bool isExternal, long initial, CancellationToken cancellationToken)
    {
        await Statements.ExecuteAsync(
            connection,
            """
            INSERT INTO log.subscriptions (name, is_external, channel, position) VALUES ($1, $2, $3, $4)
            ON CONFLICT (name) DO UPDATE SET is_external = excluded.is_external, channel = excluded.channel
            """,
            cancellationToken,
            name,
            isExternal,
            channel,
            initial);
        return await ReadAsync(connection, name, cancellationToken);
    }

    public static async Task<Checkpoint> ReadAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = Statements.Command(
            connection, "SELECT position, state = 'stopped' FROM log.subscriptions WHERE name = $1", name);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Checkpoint(reader.GetInt64(0), reader.GetBoolean(1))
            : throw new InvalidOperationException($"The checkpoint of subscription {name} has been deleted.");
    }

    /// <summary>
    /// Moves the checkpoint. It is the first statement of a batch's transaction: it takes the row's lock before the effect takes
    /// any other, as everybody does who works beside a running subscription.
    /// </summary>
    public static async Task AdvanceAsync(NpgsqlConnection connection, string name, long from, long to, CancellationToken cancellationToken)
    {
        var changed = await Statements.ExecuteAsync(
            connection,
            """
            UPDATE log.subscriptions SET position = $3, error = NULL, error_position = NULL, updated_at = now()
            WHERE name = $1 AND position = $2 AND state = 'running'
            """,
            cancellationToken,
            name,
            from,
            to);
        if (changed != 1)
        {
            throw new SubscriptionUnavailableException($"The checkpoint of subscription {name} was moved by somebody else.", null);
        }
    }

    public static Task NoteErrorAsync(NpgsqlConnection connection, string name, Exception error, CancellationToken cancellationToken) =>
        Statements.ExecuteAsync(
            connection,
            "UPDATE log.subscriptions SET error = $2, updated_at = now() WHERE name = $1",
            cancellationToken,
            name,
            TextOf(error));

    public static Task StopAsync(
        NpgsqlConnection connection, string name, long at, Exception error, CancellationToken cancellationToken) =>
        Statements.ExecuteAsync(
            connection,
            """
            UPDATE log.subscriptions SET state = 'stopped', error = $3, error_position = $2, updated_at = now()
            WHERE name = $1
            """,
            cancellationToken,
            name,
            at,
            TextOf(error));

    private static string TextOf(Exception error)
    {
        var text = error.ToString().Replace('\0', ' ');
        return text.Length <= MaxErrorLength ? text : text[..MaxErrorLength];
    }
}

/// <summary>Where a subscription is.</summary>
/// <param name="Position">Position of the last event that took effect.</param>
/// <param name="Stopped">Whether a poisoned event stopped it.</param>
internal sealed record Checkpoint(long Position, bool Stopped);
