using System.Data;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>The connection that the writer keeps, opened anew after it broke.</summary>
internal sealed class WriterConnection(NpgsqlDataSource dataSource) : IAsyncDisposable
{
    /// <summary>What operators see in pg_stat_activity.</summary>
    internal const string ApplicationName = "event log writer";

    private NpgsqlConnection? _connection;

    internal async Task<NpgsqlConnection> OpenAsync()
    {
        if (_connection is { State: ConnectionState.Open })
        {
            return _connection;
        }

        await CloseAsync();
        _connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"SET application_name = '{ApplicationName}'", _connection);
        await command.ExecuteNonQueryAsync();
        return _connection;
    }

    internal async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();
}
