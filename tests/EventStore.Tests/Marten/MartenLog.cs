using Npgsql;
using YouthPlatform.EventStore.Marten;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.Tests.Contract;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Marten;

/// <summary>Logs that Marten keeps.</summary>
internal sealed class MartenLog(PostgresFixture postgres) : StoreLog<MartenEventStore>(postgres)
{
    private protected override MartenEventStore Create(
        NpgsqlDataSource data, PostgresEventStoreOptions options, IReadOnlyList<SchemaPart> parts) => new(data, options, TimeProvider.System, parts);
}
