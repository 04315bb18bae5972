using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

/// <summary>Logs of the default store.</summary>
internal sealed class TestLog(PostgresFixture postgres) : StoreLog<PostgresEventStore>(postgres)
{
    private protected override PostgresEventStore Create(
        NpgsqlDataSource data, PostgresEventStoreOptions options, IReadOnlyList<SchemaPart> parts) => new(data, options, TimeProvider.System, parts);
}
