using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = [];
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
    public Task<string> CreateDatabaseAsync() => CreateAsync("template1");

    /// <summary>
    /// Creates a database for one test or class that is as a service leaves it at its first start. It is a copy of one that is prepared once, so that
    /// a test does not wait for the tables.
    /// </summary>
    /// <param name="service">Name of what is prepared.</param>
    /// <param name="prepare">Prepares the database of a connection string, and leaves no connection to it behind.</param>
    /// <returns>Its connection string; with a small pool of its own.</returns>
    public async Task<string> CreateDatabaseAsync(string service, Func<string, Task> prepare)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        var template = await _templates.GetOrAdd(service, _ => new(PrepareAsync)).Value;
        return await CreateAsync(new NpgsqlConnectionStringBuilder(template).Database!);

        async Task<string> PrepareAsync()
        {
            var database = await CreateDatabaseAsync();
            await prepare(database);
            return database;
        }
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

    private async Task<string> CreateAsync(string template)
    {
        var name = $"test_{Convert.ToHexStringLower(Guid.CreateVersion7().ToByteArray(bigEndian: true))}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        lock (_databases)
        {
            _databases.Add(name);
        }

        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
