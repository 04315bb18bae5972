using Npgsql;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>A transaction that holds the head row, as another process does in the middle of its commit.</summary>
internal sealed class HeldHead : IAsyncDisposable
{
    private readonly NpgsqlDataSource _data;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private HeldHead(NpgsqlDataSource data, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        _data = data;
        _connection = connection;
        _transaction = transaction;
    }

    internal NpgsqlConnection Connection => _connection;

    internal static async Task<HeldHead> TakeAsync(NpgsqlDataSource data)
    {
        var connection = await data.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("SELECT FROM log.head FOR UPDATE", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new HeldHead(data, connection, transaction);
    }

    /// <summary>Waits until some other transaction waits for a lock.</summary>
    internal Task IsWaitedForAsync() => Eventually.BecomesAsync(
        IsAnyWaitingAsync, TimeSpan.FromSeconds(20), "a transaction waits for the head");

    internal async Task ReleaseAsync() => await _transaction.RollbackAsync(TestContext.Current.CancellationToken);

    internal async Task CommitAsync() => await _transaction.CommitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<bool> IsAnyWaitingAsync()
    {
        await using var command = _data.CreateCommand(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')");
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is true;
    }
}
