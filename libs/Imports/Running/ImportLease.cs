using Npgsql;

namespace YouthPlatform.Imports.Running;

/// <summary>Keeps other processes from dealing with the same import meanwhile; ends with the connection at the latest.</summary>
internal sealed class ImportLease : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _name;

    private ImportLease(NpgsqlConnection connection, string name) => (_connection, _name) = (connection, name);

    public static async Task<ImportLease?> TryAcquireAsync(NpgsqlDataSource dataSource, Guid importId, CancellationToken cancellationToken)
    {
        var lease = new ImportLease(await dataSource.OpenConnectionAsync(cancellationToken), $"youthplatform.import.{importId}");
        try
        {
            if (await lease.LockAsync("pg_try_advisory_lock", cancellationToken))
            {
                return lease;
            }
        }
        catch
        {
            await lease._connection.DisposeAsync();
            throw;
        }

        await lease._connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await LockAsync("pg_advisory_unlock", CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or IOException)
        {
            // The lock went with the connection.
        }

        await _connection.DisposeAsync();
    }

    private async Task<bool> LockAsync(string function, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT {function}(hashtextextended($1, 0))", _connection);
        command.Parameters.Add(new NpgsqlParameter { Value = _name });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
