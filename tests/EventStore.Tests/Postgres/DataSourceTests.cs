using Npgsql;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.Testing;

namespace YouthPlatform.EventStore.Tests.Postgres;

public sealed class DataSourceTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData(null, "off", "4MB")]
    [InlineData("-c work_mem=8MB", "off", "8MB")]
    [InlineData("-c jit=on", "on", "4MB")]
    public async Task StatementsAreNotCompiledUnlessTheConnectionStringSaysSo(string? options, string jit, string memory)
    {
        var settings = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync()) { Options = options };
        await using var data = EventLogDataSource.Create(settings.ConnectionString);
        (await ShowAsync(data, "jit")).ShouldBe(jit);
        (await ShowAsync(data, "work_mem")).ShouldBe(memory);
    }

    private static async Task<string?> ShowAsync(NpgsqlDataSource data, string setting)
    {
        await using var command = data.CreateCommand($"SHOW {setting}");
        return (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
