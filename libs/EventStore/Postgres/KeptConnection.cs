using System.Data;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>A connection that one worker keeps, opened anew after it broke.</summary>
/// <param name="dataSource">Where to connect to.</param>
/// <param name="setup">Statements for each new connection.</param>
internal sealed class KeptConnection(NpgsqlDataSource dataSource, string setup) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    internal async Task<NpgsqlConnection> OpenAsync()
    {
        if (_connection is { State: ConnectionState.Open })
        {
            return _connection;
        }

        await CloseAsync();
        _connection = await dataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(setup, _connection);
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
