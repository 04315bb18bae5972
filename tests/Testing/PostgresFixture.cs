using Npgsql;
using Xunit;

namespace YouthPlatform.Testing;

/// <summary>
/// A real PostgreSQL for the tests of an assembly: <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>, then take it
/// in the constructor. It is the server of <c>YOUTH_TEST_POSTGRES</c> (a connection string with the right to create databases), else a
/// private one.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    /// <summary>Variable that names a server to use instead of a private one.</summary>
    public const string Variable = "YOUTH_TEST_POSTGRES";

    private readonly List<string> _databases = [];
    private RunningServer? _server;

    /// <summary>Connection string of the server's maintenance database.</summary>
    public string ConnectionString => _server?.Address ?? throw new InvalidOperationException("The fixture has not started.");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        _server = string.IsNullOrEmpty(given) ? await TestServers.StartPostgresAsync() : new(given, null, null);
    }

    /// <summary>Creates an empty database for one test or class.</summary>
    /// <returns>Its connection string; with a small pool of its own.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Convert.ToHexStringLower(Guid.CreateVersion7().ToByteArray(bigEndian: true))}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        lock (_databases)
        {
            _databases.Add(name);
        }

        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_server is null)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        if (_server.Lifetime is { } lifetime)
        {
            await lifetime.DisposeAsync();
            return;
        }

        foreach (var name in _databases)
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
