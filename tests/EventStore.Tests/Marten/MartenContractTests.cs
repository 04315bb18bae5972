using Npgsql;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Marten;

public sealed class MartenStreamTests(PostgresFixture postgres) : StreamContract
{
    private readonly MartenLog _log = new(postgres);

    private protected override Task<(IEventStore Store, NpgsqlDataSource Data)> OpenAsync(SchemaOfTest schema) => _log.OpenAsync(schema);

    private protected override Task CloseAsync() => _log.DisposeAsync().AsTask();
}

public sealed class MartenConflictTests(PostgresFixture postgres) : ConflictContract
{
    private readonly MartenLog _log = new(postgres);

    private protected override Task<(IEventStore Store, NpgsqlDataSource Data)> OpenAsync(SchemaOfTest schema) => _log.OpenAsync(schema);

    private protected override Task CloseAsync() => _log.DisposeAsync().AsTask();
}

public sealed class MartenTransactionTests(PostgresFixture postgres) : TransactionContract
{
    private readonly MartenLog _log = new(postgres);

    private protected override Task<(IEventStore Store, NpgsqlDataSource Data)> OpenAsync(SchemaOfTest schema) => _log.OpenAsync(schema);

    private protected override Task CloseAsync() => _log.DisposeAsync().AsTask();
}

public sealed class MartenStoredEventTests(PostgresFixture postgres) : StoredEventContract
{
    private readonly MartenLog _log = new(postgres);

    private protected override NpgsqlDataSource Data => _log.Data;

    public override async ValueTask InitializeAsync() => await _log.UseNewDatabaseAsync();

    public override ValueTask DisposeAsync() => _log.DisposeAsync();

    private protected override Task<IEventStore> NewStoreAsync(EventTypes? types = null) => _log.NewStoreAsync(types);
}
