using Npgsql;
using YouthPlatform.Testing;

namespace YouthPlatform.AppHost.Tests.Servers;

public sealed class FixtureTests(PostgresFixture postgres, RabbitMqFixture rabbit)
{
    [Fact]
    public async Task EachDatabaseIsEmptyAndItsOwn()
    {
        var first = await postgres.CreateDatabaseAsync();
        var second = await postgres.CreateDatabaseAsync();
        first.ShouldNotBe(second);

        await ExecuteAsync(first, "CREATE TABLE only_here (id int)");

        (await ReadAsync(first, "SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'")).ShouldBe(1L);
        (await ReadAsync(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'")).ShouldBe(0L);
    }

    [Fact]
    public async Task EachVirtualHostIsThereForItsUser()
    {
        var address = new Uri(await rabbit.CreateVirtualHostAsync());
        address.Host.ShouldBe("127.0.0.1");

        var permissions = await rabbit.Management.GetStringAsync(
            new Uri($"api/vhosts{address.AbsolutePath}/permissions", UriKind.Relative), TestContext.Current.CancellationToken);

        permissions.ShouldContain($"\"user\":\"{address.UserInfo.Split(':')[0]}\"");
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<object?> ReadAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
