using Npgsql;

namespace YouthPlatform.EventStore.Subscriptions;

/// <summary>
/// The right to run a subscription: a session lock of the very connection that its transactions run on. Whoever loses the
/// connection loses both, so two processes can never both commit.
/// </summary>
internal sealed class SubscriptionLease : IAsyncDisposable
{
    private static readonly TimeSpan ReleaseTimeout = TimeSpan.FromSeconds(5);

    private SubscriptionLease(NpgsqlConnection connection) => Connection = connection;

    public NpgsqlConnection Connection { get; }

    public static async Task<SubscriptionLease?> TryAcquireAsync(
        NpgsqlDataSource dataSource, string name, CancellationToken cancellationToken)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var acquired = false;
        try
        {
            acquired = await Statements.ScalarAsync<bool>(
                connection, "SELECT pg_try_advisory_lock(hashtextextended($1, 0))", cancellationToken, Key(name));
            return acquired ? new SubscriptionLease(connection) : null;
        }
        finally
        {
            if (!acquired)
            {
                await connection.DisposeAsync();
            }
        }
    }

    /// <summary>Releases the lock at once instead of when the pool next resets the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(ReleaseTimeout);
        try
        {
            if (Connection.State == System.Data.ConnectionState.Open)
            {
                await Statements.ExecuteAsync(Connection, "SELECT pg_advisory_unlock_all()", timeout.Token);
            }
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or InvalidOperationException or IOException)
        {
            // It must not go back to the pool with the lock on it.
            NpgsqlConnection.ClearPool(Connection);
        }

        await Connection.DisposeAsync();
    }

    private static string Key(string name) => $"youthplatform.subscription.{name}";
}
