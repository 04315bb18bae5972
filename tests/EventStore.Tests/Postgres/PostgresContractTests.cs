using Npgsql;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

public sealed class PostgresStreamTests(PostgresFixture postgres) : StreamContract
{
    private readonly TestLog _log = new(postgres);

    private protected override Task<(IEventStore Store, NpgsqlDataSource Data)> OpenAsync(SchemaOfTest schema) => _log.OpenAsync(schema);

    private protected override Task CloseAsync() => _log.DisposeAsync().AsTask();
}

public sealed class PostgresConflictTests(PostgresFixture postgres) : ConflictContract
{
    private readonly TestLog _log = new(postgres);

    private protected override Task<(IEventStore Store, NpgsqlDataSource Data)> OpenAsync(SchemaOfTest schema) => _log.OpenAsync(schema);

    private protected override Task CloseAsync() => _log.DisposeAsync().AsTask();
}

public sealed class PostgresTransactionTests(PostgresFixture postgres) : TransactionContract
{
    private readonly TestLog _log = new(postgres);

    private protected override Task<(IEventStore Store, NpgsqlDataSource Data)> OpenAsync(SchemaOfTest schema) => _log.OpenAsync(schema);

    private protected override Task CloseAsync() => _log.DisposeAsync().AsTask();
}

public sealed class PostgresStoredEventTests(PostgresFixture postgres) : StoredEventContract
{
    private readonly TestLog _log = new(postgres);

    private protected override NpgsqlDataSource Data => _log.Data;

    public override async ValueTask InitializeAsync() => await _log.UseNewDatabaseAsync();

    public override ValueTask DisposeAsync() => _log.DisposeAsync();

    private protected override Task<IEventStore> NewStoreAsync(EventTypes? types = null) => _log.NewStoreAsync(types);
}
