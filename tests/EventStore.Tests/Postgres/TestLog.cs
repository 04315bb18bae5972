using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>A fresh database with any number of stores on it, each with a writer of its own as in a process of its own.</summary>
internal sealed class TestLog(PostgresFixture postgres) : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _open = [];
    private string? _connectionString;

    internal string ConnectionString => _connectionString ?? throw new InvalidOperationException("No store has been opened.");

    internal NpgsqlDataSource Data { get; private set; } = null!;

    internal async Task<(IEventStore Store, NpgsqlDataSource Data)> OpenAsync(SchemaOfTest schema)
    {
        var store = await NewStoreAsync(schema: schema);
        return (store, Data);
    }

    internal async Task UseNewDatabaseAsync() => _connectionString = await postgres.CreateDatabaseAsync();

    internal async Task<PostgresEventStore> NewStoreAsync(
        Action<PostgresEventStoreOptions>? configure = null, SchemaOfTest? schema = null, string? connectionString = null)
    {
        _connectionString ??= await postgres.CreateDatabaseAsync();
        var data = EventLogDataSource.Create(connectionString ?? _connectionString);
        var options = new PostgresEventStoreOptions { Types = Accounts.Types };
        options.InlineProjections.Add(new Accounts());
        configure?.Invoke(options);
        var store = new PostgresEventStore(
            data, options, TimeProvider.System, [new SchemaPart("notes", (schema ?? new SchemaOfTest()).Sql)]);
        lock (_open)
        {
            _open.Add(data);
            _open.Add(store);
            Data = connectionString is null ? data : Data;
        }

        await store.CreateAsync(TestContext.Current.CancellationToken);
        return store;
    }

    internal async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Data.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var command = Data.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            await _open[i].DisposeAsync();
        }
    }
}
