using System.Data;
using Npgsql;

namespace YouthPlatform.EventStore.Postgres;

/// <summary>The connection that the writer keeps, opened anew after it broke.</summary>
internal sealed class WriterConnection(NpgsqlDataSource dataSource) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    internal async Task<NpgsqlConnection> OpenAsync()
    {
        if (_connection is { State: ConnectionState.Open })
        {
            return _connection;
        }

        await CloseAsync();
        return _connection = await dataSource.OpenConnectionAsync();
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
