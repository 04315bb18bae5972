using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Contract;

/// <summary>A fresh database with any number of stores on it, each with a writer of its own as in a process of its own.</summary>
internal abstract class StoreLog<TStore>(PostgresFixture postgres) : IAsyncDisposable
    where TStore : IEventStore, IAsyncDisposable
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

    internal async Task<IEventStore> NewStoreAsync(EventTypes? types) => await NewStoreAsync(options => options.Types = types ?? options.Types);

    internal async Task<TStore> NewStoreAsync(
        Action<PostgresEventStoreOptions>? configure = null, SchemaOfTest? schema = null, string? connectionString = null)
    {
        _connectionString ??= await postgres.CreateDatabaseAsync();
        var data = EventLogDataSource.Create(connectionString ?? _connectionString);
        var options = new PostgresEventStoreOptions { Types = Accounts.Types };
        options.InlineProjections.Add(new Accounts());
        configure?.Invoke(options);
        var store = Create(data, options, [new SchemaPart("notes", (schema ?? new SchemaOfTest()).Sql)]);
        lock (_open)
        {
            _open.Add(data);
            _open.Add(store);
            Data = connectionString is null ? data : Data;
        }

        // Whatever is done first creates the tables.
        await store.GetHeadPositionAsync(TestContext.Current.CancellationToken);
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

    private protected abstract TStore Create(NpgsqlDataSource data, PostgresEventStoreOptions options, IReadOnlyList<SchemaPart> parts);
}
